"""Draws scenes by the code that draws the real glass."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication, QImage

from kiosk import settings
from kiosk.core.glass.scene import Browsing, Offering, Saved, Scanned, Scene
from kiosk.screen.composer import MediaPath
from kiosk.screen.gallery.sceneries import BRAND, HOUR, SCREEN_NAME, TICKER, Scenery
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.package import LANGUAGES, Theme

SIZES = {"landscape": "1920x1080", "portrait": "1080x1920", "shelf-edge": "1920x360"}


def draw_scenes(
    application: QGuiApplication, theme: Theme, find_file: MediaPath, sceneries: Iterable[Scenery], size: str
) -> list[QImage]:
    """Each scene at rest on a glass of this size, such as `1920x1080`; `find_file` says where their media lie."""
    display = settings.Display(fullscreen=False, size=size, reduced_motion=True)
    at_once = replace(theme, tokens=replace(theme.tokens, crossfade_ms=0))
    place, ports = (
        Place(name=SCREEN_NAME, brand=BRAND, night_clock=True),
        Ports(find_file, tell_local=lambda: HOUR),
    )
    screen = Screen(display, at_once, place, ports)
    screen.show(fullscreen=False)
    frames: list[QImage] = []
    for scenery in sceneries:
        if isinstance(scenery.scene, Browsing) or _is_larger(scenery.scene):
            screen.offer_touch(lambda _wish: None, len(LANGUAGES))
        screen.stage.view.enrolment_view.fill(scenery.sign)
        screen.stage.run_ticker(TICKER[scenery.scene.language])
        screen.stage.show_shelf(scenery.shelf)
        screen.stage.show(scenery.scene)
        application.processEvents()
        frames.append(screen.take_screenshot())
    screen.close()
    return frames


def _is_larger(scene: Scene) -> bool:
    """Whether it is in larger text, which somebody asked for by touch."""
    return isinstance(scene, Offering | Saved | Scanned) and scene.larger
