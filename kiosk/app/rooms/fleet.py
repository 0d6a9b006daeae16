"""Makes the rooms that speak and listen for the fleet, and that keep and wear what they are told."""

from collections.abc import Callable

from kiosk.app.clocks import tell_mono, tell_wall
from kiosk.app.files.keeper import Keeper, Kept
from kiosk.app.files.notices import NoticeFile
from kiosk.app.givens import Givens
from kiosk.app.shared_faults import SharedFaults
from kiosk.app.start_all import Room
from kiosk.app.theme.orders import ThemeOrders
from kiosk.app.theme.packages import Download
from kiosk.app.theme.switch import ThemeSwitch
from kiosk.core.events import Event
from kiosk.core.fault import FaultSink
from kiosk.core.notice.bulletin import Board
from kiosk.fleet.ear import Ear, Hands
from kiosk.fleet.line import Line
from kiosk.fleet.messages import AnswerMessage
from kiosk.fleet.status import Clocks

NOTICE = Kept("what hangs on the board", "notice_not_saved")


class Fleet:
    """The line to the fleet, and what it sets in motion by itself: notices on disk, and themes.

    `post` takes events for the core, `reload` asks for offers and shoppers, `download` fetches a theme's packages.
    """

    def __init__(  # noqa: PLR0913 # all that it sets in motion
        self,
        givens: Givens,
        faults: SharedFaults,
        theme_switch: ThemeSwitch,
        *,
        download: Download,
        post: Callable[[Event], None],
        reload: Callable[[], None],
    ) -> None:
        theme_orders = ThemeOrders(theme_switch, download, self.answer, givens.status)
        file = NoticeFile(givens.settings.state.dir, givens.settings.store.id)
        notice_keeper = Keeper(NOTICE, file.save, faults.add_voice())
        hands = Hands(post, notice_keeper.keep, reload, theme_orders.put)
        self.line = _make_line(givens, file.load(), hands, faults.add_voice())
        self.rooms: tuple[Room, ...] = (notice_keeper, self.line, theme_orders)

    def answer(self, answer: AnswerMessage) -> None:
        """Say what came of a command, from any thread."""
        self.line.answer(answer)


def _make_line(givens: Givens, board: Board, hands: Hands, faults: FaultSink) -> Line:
    store, screen = givens.settings.store.id, givens.settings.screen.id
    ear = Ear(store, screen, board, hands, Clocks(tell_mono, tell_wall))
    return Line(givens.address, store, screen, givens.status, ear, faults=faults, clock=tell_mono)
