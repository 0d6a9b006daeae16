"""What the scenes look like, by their pixels: real frames of the sample shop."""

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from pytestqt.qtbot import QtBot

from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Hint, Offering, Saved
from kiosk.places import find_shipped
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.samples import LINK, SAMPLES, SampleShop
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.package import read_theme
from kiosk.theming.resolve import scale_tokens
from kiosk.theming.tokens import Tokens
from tests.doubles.glass_items import find_window, find_zone
from tests.doubles.tally import count_colour, tally_colours
from tests.screen.conftest import OpenScreen

Look = Callable[[Screen], QImage]
THEME = read_theme(find_shipped("themes") / "daylight")
TOKENS = THEME.tokens
AT_ONCE = replace(THEME, tokens=replace(TOKENS, crossfade_ms=0))
CLAIM = "https://shop.example/c/7f3a2b"
SAMPLE = {sample.name: sample for sample in SAMPLES}

orientations = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
languages = pytest.mark.parametrize("language", ["de", "en"])


def scale(size: str) -> Tokens:
    """The theme's tokens on such a glass."""
    width, height = map(int, size.split("x"))
    return scale_tokens(TOKENS, width, height, 2.0)


def read_codes(frame: QImage) -> list[str]:
    grey = frame.convertToFormat(QImage.Format.Format_Grayscale8)
    view = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(view)]


def count_hue(frame: QImage, colour: QColor) -> int:
    """How many of every fourth pixel both ways are clearly of that hue: a veil may lie over it."""
    tally = tally_colours(frame, step=4)
    alike = [rgb for rgb in tally if abs(QColor(rgb).hue() - colour.hue()) < 10 and QColor(rgb).saturation() > 60]
    return sum(tally[rgb] for rgb in alike)


def sees_frame(qtbot: QtBot) -> bool:
    """Whether another frame comes within 300 ms."""
    with qtbot.waitSignal(find_window().frameSwapped, timeout=300, raising=False) as waiting:
        pass
    return bool(waiting.signal_triggered)


@orientations
@languages
def test_an_offers_code_is_read_from_the_glass(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, size: str, language: str
) -> None:
    screen = open_screen(size)
    screen.stage.show(Offering(shop.make_offer(SAMPLE["mug"]), language, "i", "s", reader_ready=True))
    assert read_codes(look_at(screen)) == [LINK]


def test_neither_code_nor_price_leaves_the_calm_side(open_screen: OpenScreen, shop: SampleShop, look_at: Look) -> None:
    screen = open_screen()
    screen.stage.show(Offering(shop.make_offer(SAMPLE["watch"]), "de", "i", "s"))
    frame = look_at(screen)
    end = round(frame.width() * 0.45)
    assert count_colour(frame, QRect(0, 0, end, frame.height()), TOKENS.card) > 10_000
    assert count_colour(frame, QRect(end, 0, frame.width() - end, frame.height()), TOKENS.card) == 0


@orientations
def test_the_claim_code_appears_once_its_address_is_known(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, size: str
) -> None:
    screen = open_screen(size)
    offer = shop.make_offer(SAMPLE["headphones"])
    screen.stage.show(Saved(offer, "de", "b"))
    assert read_codes(look_at(screen)) == []
    screen.stage.show(Saved(offer, "de", "b", claim_url=CLAIM))
    assert read_codes(look_at(screen)) == [CLAIM]


@orientations
def test_the_kept_print_shows_the_product_and_nothing_beside_it(
    open_screen: OpenScreen, tmp_path: Path, look_at: Look, size: str
) -> None:
    product, rest = QColor("#008000"), QColor("#800080")
    upright = size == SIZES["portrait"]
    width, height, side = (1080, 1920, 1080) if upright else (1920, 1080, 1080)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(rest)
    left, top = (0, round(height * 0.42 - side / 2)) if upright else (width - side, 0)
    painter = QPainter(picture)
    painter.fillRect(QRect(left, top, side, side), product)
    painter.end()
    assert picture.save(str(tmp_path / "product.png"))
    ref = MediaRef("product.png", "a" * 64, 1)
    screen = open_screen(size, ports=Ports(lambda _ref: tmp_path / "product.png"))
    screen.stage.show(Saved(Offer("o", {"de": "Vase"}, image=ref, image_portrait=ref), "de", "b"))
    assert count_hue(look_at(screen), product) > count_hue(look_at(screen), rest) * 20
    assert count_hue(look_at(screen), product) > scale(size).kept ** 2 / 16 * 0.9


@pytest.mark.parametrize("size", ["1920x1080", "1080x1920"])
def test_no_text_runs_into_the_margins(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, sample_name: str, size: str
) -> None:
    screen = open_screen(size)
    offer = shop.make_offer(SAMPLE[sample_name])
    item = Item("i", "image", media=offer.image, media_portrait=offer.image_portrait, offer=offer.id)
    screen.stage.show(Offering(offer, "de", "i", "s"))
    with_text = look_at(screen)
    bare = open_screen(size)
    bare.stage.show(Offering(offer, "de", "i", "s"))
    bare.stage.show(Attract(item, None, "de", "i"))
    bare_frame = look_at(bare)
    edge = int(scale(size).margin * 0.6)
    for left in (0, with_text.width() - edge):
        margin = QRect(left, 0, edge, with_text.height())
        assert with_text.copy(margin) == bare_frame.copy(margin)


def test_no_crossfade_ever_shows_what_lies_behind_the_pictures(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, qtbot: QtBot
) -> None:
    screen = open_screen("480x270")
    lamp, candle = (shop.make_offer(SAMPLE[name]) for name in ("lamp", "candle"))
    screen.stage.show(Offering(lamp, "de", "i", "s"))
    tops: set[int] = set()
    for offer in (candle, lamp, candle):
        screen.stage.show(Attract(Item(offer.id, "image", media=offer.image), None, "de", offer.id))
        for _ in range(12):
            with qtbot.waitSignal(find_window().frameSwapped):
                find_window().update()
            frame = look_at(screen)
            tops.add(max(frame.pixelColor(x, 4).lightness() for x in range(0, 480, 8)))
    assert len(tops) > 3, "frames from within the crossfade were seen"
    assert max(tops) < 110, "both pictures are dark there: anything lighter shone through"


@pytest.mark.parametrize("side", ["left", "right", "below"])
@orientations
def test_the_tap_hint_lies_at_the_readers_side_and_only_while_the_reader_is_ready(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, side: str, size: str
) -> None:
    screen = open_screen(size, Place(side))  # type: ignore[arg-type]  # the parameters are exactly its literals
    offer = shop.make_offer(SAMPLE["watch"])
    counts: list[int] = []
    for ready in (True, False):
        screen.stage.show(Offering(offer, "de", "i", "s", reader_ready=ready))
        frame = look_at(screen)
        width, height = frame.width(), frame.height()
        area = {
            "left": QRect(0, 0, 24, height),
            "right": QRect(width - 24, 0, 24, height),
            "below": QRect(0, height - 24, width, 24),
        }[side]
        counts.append(count_colour(frame, area, TOKENS.card))
    assert counts[0] > 500
    assert counts[1] < 5, "but for a light pixel of a picture"


@orientations
def test_the_moment_of_keeping_fills_the_glass_with_the_wash_and_one_tick(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, size: str
) -> None:
    screen = open_screen(size)
    screen.stage.show(Saved(shop.make_offer(SAMPLE["mug"]), "de", "b"))
    frame = look_at(screen)
    whole = frame.rect()
    assert count_colour(frame, whole, TOKENS.wash, 4) > whole.width() * whole.height() / 16 * 0.4
    assert count_colour(frame, QRect(96, 96, 180, 110), TOKENS.wash_ink) > 200


def test_a_hint_lies_above_the_scene_and_leaves_the_code_free(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look
) -> None:
    screen = open_screen()
    offer = shop.make_offer(SAMPLE["teapot"])
    screen.stage.show(Offering(offer, "de", "i", "s", reader_ready=True, hint=Hint.USE_CODE))
    frame = look_at(screen)
    assert frame.pixelColor(960, 40) == QColor(TOKENS.hint)
    assert frame.pixelColor(960, 100) != QColor(TOKENS.hint)
    assert read_codes(frame) == [LINK]


@pytest.mark.parametrize(("name", "ink"), [("daylight", "ink"), ("market", "ink"), ("contrast", "light_ink")])
def test_a_title_stands_clear_of_the_hint_above_it(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look, name: str, ink: str
) -> None:
    theme = read_theme(find_shipped("themes") / name)
    colour, margin = getattr(theme.tokens, ink), theme.tokens.margin
    screen = open_screen(theme=theme)
    screen.stage.show(Offering(shop.make_offer(SAMPLE["teapot"]), "de", "i", "s", hint=Hint.USE_CODE))
    top = round(find_zone().top() + margin * 0.8)
    air = count_colour(look_at(screen), QRect(0, top, 768, round(margin * 0.35)), colour, 1)
    assert air == 0


@orientations
def test_a_text_of_the_loop_is_on_the_glass_and_keeps_to_it_however_long_it_is(
    open_screen: OpenScreen, application: QGuiApplication, look_at: Look, size: str
) -> None:
    screen = open_screen(size, theme=AT_ONCE)
    frames: list[QImage] = []
    for words in ("Kaffee", "Sehr viel zu sagen hat dieser Text. " * 50):
        item = Item(words[:9], "text", title={"de": words}, text={"de": words})
        screen.stage.show(Attract(item, None, "de", "i"))
        application.processEvents()
        frames.append(look_at(screen))
    edge = round(TOKENS.margin * 0.6)
    for frame in frames:
        ground = frame.pixelColor(2, 2)
        below = QRect(0, frame.height() - edge, frame.width(), edge)
        assert count_colour(frame, below, ground.name(), 8) == count_colour(frames[0], below, ground.name(), 8)
    assert frames[0] != frames[1]


def test_a_picture_of_the_loop_stands_without_a_single_frame_once_it_is_there(
    open_screen: OpenScreen, shop: SampleShop, qtbot: QtBot
) -> None:
    screen = open_screen(reduced_motion=False)
    offer = shop.make_offer(SAMPLE["watch"])
    screen.stage.show(Attract(Item("i", "offer", offer=offer.id), offer, "de", "i", reader_ready=True))
    assert not all(sees_frame(qtbot) for _ in range(200)), "the glass never comes to rest"


def test_the_screens_name_has_an_edge_even_on_a_ground_of_its_own_colour(
    open_screen: OpenScreen, shop: SampleShop, look_at: Look
) -> None:
    theme = read_theme(find_shipped("themes") / "contrast")
    screen = open_screen("960x540", Place(name="window-1"), theme=theme)
    screen.stage.show(Offering(shop.make_offer(SAMPLE["watch"]), "de", "i", "s", identify=True))
    frame = look_at(screen)
    third = frame.height() // 3
    assert [frame.pixelColor(200, y) for y in (third + 1, third * 2 - 2)] == [QColor(theme.tokens.light_ink)] * 2
