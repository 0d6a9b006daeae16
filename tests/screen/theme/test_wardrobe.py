import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.places import find_shipped
from kiosk.screen.theme.outfit import Outfit, Tailor
from kiosk.screen.theme.wardrobe import Wardrobe
from kiosk.theming.package import Theme, read_theme

pytestmark = pytest.mark.usefixtures("application")

DEADLINE_MS = 20_000
DAYLIGHT, MARKET, SALON = (read_theme(find_shipped("themes") / name) for name in ("daylight", "market", "salon"))
TAILOR = Tailor(settings.Display(), QSize(192, 108), "right", lambda _ref: None, lambda _key: None)


class Rail:
    """A wardrobe that notes what was put on."""

    def __init__(self, *, fails: tuple[Theme, ...] = ()) -> None:
        self.worn: list[str] = []
        self._fails = fails
        self.wardrobe = Wardrobe(TAILOR.fit(DAYLIGHT), self._fit, self._put_on)

    def _fit(self, theme: Theme, number: int) -> Outfit:
        if theme in self._fails:
            raise MemoryError
        return TAILOR.fit(theme, number)

    def _put_on(self, outfit: Outfit) -> None:
        self.worn.append(outfit.theme.name)


def test_an_ordered_theme_is_put_on_under_the_next_number(qtbot: QtBot) -> None:
    rail = Rail()
    rail.wardrobe.order(MARKET)
    qtbot.waitUntil(lambda: rail.worn == ["market"], timeout=DEADLINE_MS)
    assert rail.wardrobe.worn.shelves.number == 1
    rail.wardrobe.close()


def test_of_orders_that_come_meanwhile_only_the_last_one_counts(qtbot: QtBot) -> None:
    rail = Rail()
    for theme in (MARKET, SALON, DAYLIGHT, SALON):
        rail.wardrobe.order(theme)
    qtbot.waitUntil(lambda: rail.worn[-1:] == ["salon"], timeout=DEADLINE_MS)
    assert rail.worn == ["market", "salon"]
    rail.wardrobe.close()


def test_an_outfit_that_could_not_be_made_leaves_the_old_one_and_stops_no_other(qtbot: QtBot) -> None:
    rail = Rail(fails=(MARKET,))
    rail.wardrobe.order(MARKET)
    rail.wardrobe.order(SALON)
    qtbot.waitUntil(lambda: rail.worn == ["salon"], timeout=DEADLINE_MS)
    rail.wardrobe.close()


def test_a_closed_wardrobe_puts_nothing_on(application: QGuiApplication) -> None:
    rail = Rail()
    rail.wardrobe.order(MARKET)
    rail.wardrobe.close()
    application.processEvents()
    assert rail.worn == []
