"""Makes the room that speaks and listens for the fleet, with what its commands may set in motion."""

from collections.abc import Callable

from kiosk.app.clocks import tell_mono, tell_wall
from kiosk.app.files.notices import NoticeFile
from kiosk.app.givens import Givens
from kiosk.core.events import Event
from kiosk.core.fault import FaultSink
from kiosk.fleet.command import ChooseTheme
from kiosk.fleet.ear import Ear, Hands
from kiosk.fleet.line import Line
from kiosk.fleet.status import Clocks


def make_line(
    givens: Givens,
    post: Callable[[Event], None],
    reload: Callable[[], None],
    dress: Callable[[ChooseTheme], None],
    faults: FaultSink,
) -> Line:
    """The line; `reload` asks for offers and shoppers now, `dress` has a theme put on, and answers."""
    store, screen = givens.settings.store.id, givens.settings.screen.id
    file = NoticeFile(givens.settings.state.dir, store)
    ear = Ear(store, screen, file.load(), Hands(post, file.save, reload, dress), Clocks(tell_mono, tell_wall))
    return Line(givens.address, store, screen, givens.status, ear, faults=faults, clock=tell_mono)
