"""Proves that whoever sets up a new screen can read its code, whatever plays and however the glass is shaped."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.text.enrolling import Enrolling, phrase_sign
from tests.doubles.glass_items import find_window, is_a
from tests.screen.conftest import OpenScreen

SIZES = ("1920x1080", "1080x1920", "1920x360", "640x360")
SIGN = phrase_sign(Enrolling("WWWW-WWWW", f"https://{'hub.' * 12}shop.example/console/screens"), ("de", "en"))
"""The widest that there is."""


def find_sign() -> QQuickItem:
    items = find_window().contentItem().findChildren(QQuickItem)
    return next(item for item in items if is_a(item, "EnrolmentSign"))


def find_card() -> QRectF:
    (card,) = find_sign().childItems()
    return card.mapRectToScene(card.boundingRect())


def list_words() -> list[QRectF]:
    (card,) = find_sign().childItems()
    (column,) = card.childItems()
    return [item.mapRectToScene(item.boundingRect()) for item in column.childItems() if item.isVisible()]


@pytest.mark.parametrize("size", SIZES)
def test_it_has_the_glass_while_nothing_plays_and_a_corner_of_it_otherwise(
    open_screen: OpenScreen, shop: SampleShop, size: str
) -> None:
    screen = open_screen(size)
    offer = shop.make_offer(SAMPLES[0])
    glass = QRectF(0, 0, find_window().width(), find_window().height())

    screen.stage.view.enrolment_view.fill(SIGN)
    screen.stage.show(Attract(None, None, "de", "i"))
    screen.take_screenshot()  # what stands in a column has its place once it is drawn
    alone, words_alone = find_card(), list_words()
    screen.stage.show(Attract(Item("i", "offer", offer=offer.id), offer, "de", "i"))
    screen.take_screenshot()
    beside, words_beside = find_card(), list_words()

    assert alone == glass
    assert glass.contains(beside)
    assert beside.width() * beside.height() < 0.45 * glass.width() * glass.height()
    assert len(words_alone) == len(words_beside) == 5
    assert all(alone.contains(words) for words in words_alone)
    assert all(beside.contains(words) for words in words_beside)


def test_a_screen_that_is_in_has_none(open_screen: OpenScreen) -> None:
    screen = open_screen()
    screen.stage.show(Attract(None, None, "de", "i"))

    with pytest.raises(StopIteration):
        find_sign()
