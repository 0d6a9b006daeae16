"""Makes the room that is seen: the screen in its place, with all that it asks of the others."""

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.app.clocks import tell_wall
from kiosk.app.givens import Givens
from kiosk.app.observer import Observer
from kiosk.core.glass.scene import Scene
from kiosk.screen.display.frames import Presented
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.settings import Settings
from kiosk.theming.package import Theme


class Listeners(Struct, frozen=True):
    """Who hears of the glass: `on_presented` of each frame that shows a scene, `on_refused` of what is no picture."""

    on_presented: Presented
    on_refused: Callable[[str], None]


def make_screen(givens: Givens, theme: Theme, observer: Observer, listeners: Listeners, foreseen: Scene) -> Screen:
    """The screen, with what the scene needs that is `foreseen` to come first. Raises `KioskError`."""
    settings, status = givens.settings, givens.status
    ports = Ports(
        givens.find_file,
        listeners.on_presented,
        observer.on_key,
        listeners.on_refused,
        partial(tell_wall, ZoneInfo(settings.store.time_zone)),
        settings.loop.sound,
        lambda is_there: status.set_fault("display", None if is_there else "gone"),
    )
    return Screen(settings.display, theme, _find_place(settings, observer.keys), ports, foreseen)


def _find_place(settings: Settings, keys: str) -> Place:
    name = f"{settings.store.id} {settings.screen.id}"
    has_clock = settings.night.shows == "clock"
    return Place(settings.nfc.side, keys, name, settings.store.name or "", night_clock=has_clock)
