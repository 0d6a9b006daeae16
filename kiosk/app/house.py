"""Opens what comes after the first picture: a house with all its rooms, or the porch of one that has no key yet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.app.givens import Givens
from kiosk.app.glass.glass_pulse import GlassPulse
from kiosk.app.late_services import Opened
from kiosk.app.loop_source import LoopSource
from kiosk.app.rooms.fleet import Fleet
from kiosk.app.rooms.folder import make_folder
from kiosk.app.rooms.presence import make_presence
from kiosk.app.rooms.watch import make_watch
from kiosk.app.services import Services
from kiosk.app.shared_faults import SharedFaults
from kiosk.app.start_all import Room
from kiosk.app.theme.switch import ThemeSwitch
from kiosk.core.events import Event, ScreenshotAsked
from kiosk.fleet.messages import AnswerMessage, Reason
from kiosk.loyalty.api import LoyaltyApi
from kiosk.settings.enrolled import has_name

if TYPE_CHECKING:
    from kiosk.nfc.ports import Frontend

NOT_LET_IN = "not_let_in"
"""The fault of a screen that waits for its code to be approved."""


def open_house(
    givens: Givens,
    loop_source: LoopSource,
    wake: Callable[[], None],
    theme_switch: ThemeSwitch,
    open_reader: "Callable[[str], Frontend] | None",
) -> Opened:
    """All rooms of a screen that is let in."""
    services = Services(givens, loop_source.post, wake, theme_switch, open_reader)
    return Opened((services, *_open_folder(givens, loop_source)), services, make_presence(givens, services.feed))


def open_porch(givens: Givens, loop_source: LoopSource, theme_switch: ThemeSwitch) -> Opened:
    """The folder, and a line to the fleet where the screen knows its own name: what needs a token waits for one."""
    givens.status.set_fault("api", NOT_LET_IN)
    fleet = _open_fleet(givens, loop_source, theme_switch) if has_name(givens.settings) else ()
    return Opened((*fleet, *_open_folder(givens, loop_source)))


def watch_over(opened: Opened, givens: Givens, glass: GlassPulse) -> Opened:
    """The same, and who sees to it that it stays so."""
    return replace(opened, rooms=(*opened.rooms, *make_watch(givens, opened.rooms, glass)))


def _open_folder(givens: Givens, loop_source: LoopSource) -> tuple[Room, ...]:
    folder = make_folder(givens, loop_source)
    return (folder,) if folder else ()


def _open_fleet(givens: Givens, loop_source: LoopSource, theme_switch: ThemeSwitch) -> tuple[Room, ...]:
    loyalty = givens.settings.loyalty

    def post(event: Event) -> None:
        # The code on the glass is for who stands before it.
        if isinstance(event, ScreenshotAsked):
            fleet.answer(AnswerMessage(event.command, Reason.NOT_POSSIBLE))
        else:
            loop_source.post(event)

    download = LoyaltyApi(loyalty.url, None, loyalty.ca_file).download
    faults = SharedFaults(givens.status)
    fleet = Fleet(givens, faults, theme_switch, download=download, post=post, reload=_load_nothing)
    return fleet.rooms


def _load_nothing() -> None:
    """Offers and shoppers come once it is let in."""
