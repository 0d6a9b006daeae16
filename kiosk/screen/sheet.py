"""A theme on one sheet: every scene, lying and upright, by the code that draws the real glass."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from kiosk import settings
from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.core.scene import Attract, Hint, Offering, Saved, Scene
from kiosk.screen.gallery import SAMPLES, SIZES, Gallery
from kiosk.screen.stage import Place
from kiosk.screen.window import Ports, Screen
from kiosk.theming.package import Theme

GROUND, INK = QColor("#e6e4e0"), QColor("#23211f")
FAMILY = "Figtree"
MARGIN, GAP, CAPTION, HEAD = 48, 16, 44, 112
"""In pixels of the sheet, as the sizes below."""

LYING, UPRIGHT = QSize(576, 324), QSize(280, 498)
COLUMNS = 4
LONG_TITLE = {"de": "Kaffeevollautomat mit Milchaufschäumer", "en": "Fully automatic coffee maker with milk frother"}
CLAIM = "https://hub.example/c/7f3a2b"


class Scenery(Struct, frozen=True):
    """A scene of the sheet with its caption."""

    caption: str
    scene: Scene


def list_sceneries(gallery: Gallery, language: str) -> tuple[Scenery, ...]:
    """What a theme must cope with: the usual, the long, the missing and the trouble."""
    mug, _, headphones, _, perfume, lamp, *_ = (gallery.make_offer(sample) for sample in SAMPLES)
    bare = replace(perfume, image=None, image_portrait=None)

    def offer(what: Offer, hint: Hint | None = None) -> Offering:
        return Offering(what, language, "i", "s", reader_ready=True, hint=hint)

    return (
        Scenery("the loop", Attract(Item("mug", "offer", offer="mug"), mug, language, "i", reader_ready=True)),
        Scenery("an offer", offer(headphones)),
        Scenery("a long name", offer(replace(mug, title=LONG_TITLE))),
        Scenery("without a picture", offer(bare)),
        Scenery("use the code", offer(lamp, Hint.USE_CODE)),
        Scenery("kept", Saved(mug, language, "b", claim_url=CLAIM)),
        Scenery("kept before", Saved(headphones, language, "b", again=True)),
        Scenery("nothing to play", Attract(None, None, language, "i")),
    )


def draw_sheet(application: QGuiApplication, theme: Theme, language: str) -> QImage:
    """The theme's sheet; needs an application that renders offscreen, for it opens windows."""
    gallery = Gallery(Path())
    sceneries = list_sceneries(gallery, language)
    rows = len(sceneries) // COLUMNS
    width = 2 * MARGIN + COLUMNS * LYING.width() + (COLUMNS - 1) * GAP
    height = HEAD + rows * (LYING.height() + CAPTION) + UPRIGHT.height() + MARGIN
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(GROUND)
    frames = [list(_draw_frames(application, theme, gallery, sceneries, size)) for size in SIZES.values()]
    painter = QPainter(sheet)
    painter.setPen(INK)
    painter.setFont(_make_font(theme.tokens.display_family, HEAD // 2, theme.tokens.display_weight))
    painter.drawText(QRect(MARGIN, 0, width, HEAD), Qt.AlignmentFlag.AlignVCenter, theme.title)
    painter.setFont(_make_font(FAMILY, CAPTION // 2, QFont.Weight.Normal))
    for number, (scenery, lying, upright) in enumerate(zip(sceneries, *frames, strict=True)):
        row, column = divmod(number, COLUMNS)
        place = QPoint(MARGIN + column * (LYING.width() + GAP), HEAD + row * (LYING.height() + CAPTION))
        painter.drawImage(place, _shrink(lying, LYING))
        caption = QRect(place.x(), place.y() + LYING.height(), LYING.width(), CAPTION)
        painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, scenery.caption)
        below = HEAD + rows * (LYING.height() + CAPTION)
        painter.drawImage(QPoint(MARGIN + number * (UPRIGHT.width() + GAP), below), _shrink(upright, UPRIGHT))
    painter.end()
    return sheet


def _draw_frames(
    application: QGuiApplication, theme: Theme, gallery: Gallery, sceneries: tuple[Scenery, ...], size: str
) -> Iterator[QImage]:
    display = settings.Display(fullscreen=False, size=size, reduced_motion=True)
    at_once = replace(theme, tokens=replace(theme.tokens, crossfade_ms=0))
    screen = Screen(display, at_once, Place(), Ports(gallery.find_file))
    screen.show(fullscreen=False)
    for scenery in sceneries:
        screen.stage.show(scenery.scene)
        application.processEvents()
        yield screen.take_picture()
    screen.close()


def _shrink(frame: QImage, size: QSize) -> QImage:
    stretch, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return frame.scaled(size, stretch, smooth)


def _make_font(family: str, pixels: int, weight: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font
