"""Makes the room that speaks and listens for the fleet, and the one that keeps on disk what it was told to show."""

from kiosk.app.clocks import tell_mono, tell_wall
from kiosk.app.files.keeper import Keeper, Kept
from kiosk.app.files.notices import NoticeFile
from kiosk.app.givens import Givens
from kiosk.core.fault import FaultSink
from kiosk.core.notice.bulletin import Board
from kiosk.fleet.ear import Ear, Hands
from kiosk.fleet.line import Line
from kiosk.fleet.status import Clocks

NOTICE = Kept("what hangs on the board", "notice_not_saved")


def make_line(givens: Givens, hands: Hands, faults: FaultSink) -> Line:
    """The line; `hands` are what its commands set in motion."""
    store, screen = givens.settings.store.id, givens.settings.screen.id
    ear = Ear(store, screen, _open_file(givens).load(), hands, Clocks(tell_mono, tell_wall))
    return Line(givens.address, store, screen, givens.status, ear, faults=faults, clock=tell_mono)


def make_notice_keeper(givens: Givens, faults: FaultSink) -> Keeper[Board]:
    """What keeps the board for the next start."""
    return Keeper(NOTICE, _open_file(givens).save, faults)


def _open_file(givens: Givens) -> NoticeFile:
    return NoticeFile(givens.settings.state.dir, givens.settings.store.id)
