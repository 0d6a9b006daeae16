from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtGui import QColor, QImage

from kiosk.core.glass.scene import Attract, Dark
from kiosk.screen.images.backdrop import measure_contrast
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.screen.views.night_view import GROUND, INK
from tests.screen.conftest import OpenScreen

EVENING = datetime(2026, 11, 22, 20, 38, tzinfo=ZoneInfo("Europe/Berlin"))
DARK = Dark("de", "i")
SIZE = "320x180"

Look = Callable[[Screen], QImage]


def find_lit(image: QImage) -> list[tuple[int, int]]:
    """The pixels that shine."""
    places = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return [place for place in places if image.pixelColor(*place) != QColor(GROUND)]


def test_a_dark_glass_shines_nowhere(open_screen: OpenScreen, look_at: Look) -> None:
    screen = open_screen(SIZE)
    screen.stage.show(Attract(None, None, "de", "i"))
    screen.stage.show(DARK)
    assert find_lit(look_at(screen)) == []


def test_its_clock_is_dim_and_stands_elsewhere_a_minute_later(open_screen: OpenScreen, look_at: Look) -> None:
    seen: list[list[tuple[int, int]]] = []
    for minutes in (0, 1):
        ports = Ports(lambda _ref: None, tell_local=partial(EVENING.__add__, timedelta(minutes=minutes)))
        screen = open_screen(SIZE, Place(night_clock=True), ports)
        screen.stage.show(DARK)
        image = look_at(screen)
        seen.append(find_lit(image))
        assert max(image.pixelColor(*place).lightness() for place in seen[-1]) <= QColor(INK).lightness()
    assert min(seen[0]) != min(seen[1])


def test_its_figures_can_be_read() -> None:
    assert measure_contrast(QColor(INK), QColor(GROUND)) >= 3


def test_day_comes_back_without_a_fade_from_what_was_there_last_evening(open_screen: OpenScreen) -> None:
    screen = open_screen(SIZE)
    screen.stage.show(Attract(None, None, "de", "i"))
    screen.stage.show(DARK)
    screen.stage.show(Attract(None, None, "de", "j"))
    assert not screen.stage.view.property("fades")
