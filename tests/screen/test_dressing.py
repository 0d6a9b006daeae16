"""Proves that the screen is dressed anew from one frame to the next: every frame of twenty changes is looked at."""

from collections import deque
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk import settings
from kiosk.contract.money import Money
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Offering, Saved, Scene
from kiosk.places import find_shipped
from kiosk.screen.gallery.sceneries import HOUR
from kiosk.screen.layout.arrange import arrange
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.package import Theme, read_theme
from kiosk.theming.resolve import scale_tokens
from tests.doubles.glass_items import find_window, list_items
from tests.screen.conftest import OpenScreen

CHANGES = 20
SIZE = QSize(640, 360)
BUILT_IN, *OTHERS = (
    read_theme(find_shipped("themes") / name) for name in ("daylight", "market", "salon", "night", "contrast")
)
COURSE = (*OTHERS, BUILT_IN) * (CHANGES // (len(OTHERS) + 1))
COLOUR = QColor("#2040e0")
SHADE = 32
OFFER = Offer(
    "o",
    {"de": "Vase", "en": "Vase"},
    price=Money(Decimal("28.00"), "EUR"),
    image=MediaRef("v", "a" * 64, 1),
    image_portrait=MediaRef("v", "a" * 64, 1),
)
SCENES: tuple[Scene, ...] = (
    Offering(OFFER, "de", "i", "s", reader_ready=True),
    Attract(Item("p", "offer", offer="o"), OFFER, "en", "i", reader_ready=True),
    Saved(OFFER, "de", "b"),
)


@pytest.fixture
def ports(picture: Path) -> Ports:
    """One picture for all, and a clock that stands: on a bar a minute that ends meanwhile would be another frame."""
    return Ports(lambda _ref: picture, tell_local=lambda: HOUR)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture of nothing but one colour."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(COLOUR)
    assert image.save(str(tmp_path / "picture.png"))
    return tmp_path / "picture.png"


def take_frame(qtbot: QtBot) -> QImage:
    """The next frame, as it is presented."""
    with qtbot.waitSignal(find_window().frameSwapped):
        find_window().update()
    return find_window().grabWindow()


def rest(qtbot: QtBot) -> None:
    """Let words and pictures that fade in come to their end, however long a busy machine takes for a frame."""
    qtbot.waitUntil(lambda: all(item.opacity() == 1 for item in list_items(find_window().contentItem())))


def watch_change(qtbot: QtBot, screen: Screen, theme: Theme) -> Iterator[QImage]:
    """Every frame from the order on until the theme is there."""
    screen.dress(theme)
    while screen.worn is not theme:
        yield take_frame(qtbot)
    yield take_frame(qtbot)


def show_afresh(qtbot: QtBot, ports: Ports, theme: Theme, scene: Scene) -> QImage:
    """The scene at rest on a screen that was started with the theme."""
    display = settings.Display(fullscreen=False, size=f"{SIZE.width()}x{SIZE.height()}", reduced_motion=True)
    screen = Screen(display, theme, Place(), ports)
    screen.show(fullscreen=False)
    screen.stage.show(scene)
    rest(qtbot)
    frame = take_frame(qtbot)
    screen.close()
    return frame


def look_alike(one: QImage, other: QImage) -> bool:
    """Whether they are the same but for a shade at the edges of large figures, which a fade leaves there."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return one == other or all(abs(this - that) < SHADE for this, that in pairs)


def shows_picture(frame: QImage, theme: Theme) -> bool:
    """Whether the picture's colour stands in the middle of the theme's window: shaded, perhaps, but not the ground."""
    tokens = scale_tokens(theme.tokens, SIZE.width(), SIZE.height(), 2.0)
    window = arrange(tokens, SIZE, "right").window
    pixel = frame.pixelColor(window.center().x(), window.center().y())
    return abs(pixel.hue() - COLOUR.hue()) < 4 and pixel.value() > 100


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: type(scene).__name__)
def test_every_frame_of_a_change_is_wholly_the_old_theme_or_wholly_the_new_one(
    open_screen: OpenScreen, ports: Ports, qtbot: QtBot, scene: Scene
) -> None:
    screen = open_screen(f"{SIZE.width()}x{SIZE.height()}", ports=ports)
    screen.stage.show(scene)
    rest(qtbot)
    last = take_frame(qtbot)
    for theme in COURSE:
        frames = list(watch_change(qtbot, screen, theme))
        assert all(frame in (last, frames[-1]) for frame in frames)
        assert frames[-1] != last
        assert isinstance(scene, Saved) or shows_picture(frames[-1], theme)
        last = frames[-1]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: type(scene).__name__)
def test_a_theme_that_is_put_on_looks_as_if_the_screen_had_started_with_it(
    open_screen: OpenScreen, ports: Ports, qtbot: QtBot, scene: Scene
) -> None:
    afresh = [show_afresh(qtbot, ports, theme, scene) for theme in (*OTHERS, BUILT_IN)]
    screen = open_screen(f"{SIZE.width()}x{SIZE.height()}", ports=ports)
    screen.stage.show(scene)
    for theme, expected in zip((*OTHERS, BUILT_IN), afresh, strict=True):
        deque(watch_change(qtbot, screen, theme), maxlen=0)
        rest(qtbot)
        assert look_alike(take_frame(qtbot), expected)


def test_what_was_to_be_prepared_is_prepared_for_the_new_theme_too(
    open_screen: OpenScreen, picture: Path, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def find_file(ref: MediaRef) -> Path:
        asked.append(ref.sha256)
        return picture

    screen = open_screen("640x360", ports=Ports(find_file))
    screen.stage.prepare([OFFER], []).result(20)
    asked.clear()
    screen.dress(OTHERS[0])
    qtbot.waitUntil(lambda: bool(asked))
