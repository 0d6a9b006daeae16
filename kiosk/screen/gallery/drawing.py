"""Draws scenes by the code that draws the real glass."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication, QImage

from kiosk import settings
from kiosk.screen.composer import MediaPath
from kiosk.screen.gallery.sceneries import BRAND, HOUR, SCREEN_NAME, TICKER, Scenery
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.package import LANGUAGES, Theme

SIZES = {"landscape": "1920x1080", "portrait": "1080x1920", "shelf-edge": "1920x360"}


def draw_scenes(
    application: QGuiApplication, theme: Theme, find_file: MediaPath, sceneries: Sequence[Scenery], size: str
) -> list[QImage]:
    """Each scene at rest on a glass of this size, such as `1920x1080`; `find_file` says where their media lie.

    All that nobody has touched are drawn first, for a glass that can be touched remains so.
    """
    display = settings.Display(fullscreen=False, size=size, reduced_motion=True)
    at_once = replace(theme, tokens=replace(theme.tokens, crossfade_ms=0))
    place, ports = (
        Place(name=SCREEN_NAME, brand=BRAND, night_clock=True),
        Ports(find_file, tell_local=lambda: HOUR),
    )
    screen = Screen(display, at_once, place, ports)
    screen.show(fullscreen=False)
    frames: dict[str, QImage] = {}
    for scenery in sorted(sceneries, key=lambda one: one.is_touched):
        if scenery.is_touched:
            screen.offer_touch(lambda _wish: None, len(LANGUAGES))
        screen.stage.view.enrolment_view.fill(scenery.sign)
        screen.stage.run_ticker(TICKER[scenery.scene.language])
        screen.stage.show_shelf(scenery.shelf)
        screen.stage.show(scenery.scene)
        application.processEvents()
        frames[scenery.name] = screen.take_screenshot()
    screen.close()
    return [frames[scenery.name] for scenery in sceneries]
