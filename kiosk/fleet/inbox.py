"""What was heard and not yet attended to: bounded for each kind, so that a flood of one drowns no other."""

from collections import defaultdict, deque
from threading import Lock

from msgspec import Struct

from kiosk.fleet.command import ClearNotice, Command, ShowNotice, Unreadable
from kiosk.fleet.messages import AnswerMessage

MOST_OF_A_KIND = 16
"""Of more commands of one kind the last count."""


class HeardNotice(Struct, frozen=True):
    """What the store said, as it came, and when (monotonic seconds)."""

    payload: bytes
    at: float


class HeardCommand(Struct, frozen=True):
    """What `read_command` made of it, when it came (monotonic seconds), and whether the broker had kept it."""

    read: Command | AnswerMessage | Unreadable
    at: float
    retained: bool


class Inbox:
    """Safe to use from any thread.

    Of the store's notice only the last is kept. A notice of the screen's own and its withdrawal are one kind, which
    nothing else takes room from: whichever was said last is never lost.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._notice: HeardNotice | None = None
        self._own_notices: deque[HeardCommand] = deque(maxlen=MOST_OF_A_KIND)
        self._commands: defaultdict[type, deque[HeardCommand]] = defaultdict(lambda: deque(maxlen=MOST_OF_A_KIND))

    def put_notice(self, heard: HeardNotice) -> None:
        """Keep the store's notice, and no earlier one."""
        with self._lock:
            self._notice = heard

    def put_command(self, heard: HeardCommand) -> None:
        """Keep a command, and let the oldest of its kind go where there are too many."""
        with self._lock:
            is_notice = isinstance(heard.read, ShowNotice | ClearNotice)
            (self._own_notices if is_notice else self._commands[type(heard.read)]).append(heard)

    def is_empty(self) -> bool:
        """Whether there is nothing to attend to."""
        with self._lock:
            return self._notice is None and not self._own_notices and not any(self._commands.values())

    def take_notices(self) -> tuple[HeardNotice | None, list[HeardCommand]]:
        """The store's notice, and the screen's own and their withdrawals in the order in which they came."""
        with self._lock:
            notice, self._notice = self._notice, None
            own_notices = list(self._own_notices)
            self._own_notices.clear()
        return notice, own_notices

    def take_command(self, until: float) -> HeardCommand | None:
        """The earliest of the other commands that came until then (monotonic seconds)."""
        with self._lock:
            heads = [queue[0] for queue in self._commands.values() if queue and queue[0].at <= until]
            first = min(heads, key=lambda heard: heard.at, default=None)
            return self._commands[type(first.read)].popleft() if first else None
