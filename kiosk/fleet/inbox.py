"""What was heard and not yet attended to: bounded for each kind, so that a flood of one drowns no other."""

from collections import defaultdict, deque
from threading import Lock

from msgspec import Struct

from kiosk.fleet.command import ClearNotice, Command, ShowNotice
from kiosk.fleet.messages import AnswerMessage

MOST_OF_A_KIND = 16
"""Of more commands of one kind the last count."""


class HeardNotice(Struct, frozen=True):
    """What the store said, as it came, and when (monotonic seconds)."""

    payload: bytes
    at: float


class HeardCommand(Struct, frozen=True):
    """What `read_command` made of it, when it came (monotonic seconds), and whether the broker had kept it."""

    read: Command | AnswerMessage | None
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
        self._commands: defaultdict[type, deque[HeardCommand]] = defaultdict(lambda: deque(maxlen=MOST_OF_A_KIND))

    def put_notice(self, heard: HeardNotice) -> None:
        """Keep the store's notice, and no earlier one."""
        with self._lock:
            self._notice = heard

    def put_command(self, heard: HeardCommand) -> None:
        """Keep a command, and let the oldest of its kind go where there are too many."""
        kind = ShowNotice if isinstance(heard.read, ClearNotice) else type(heard.read)
        with self._lock:
            self._commands[kind].append(heard)

    def is_empty(self) -> bool:
        """Whether there is nothing to attend to."""
        with self._lock:
            return self._notice is None and not self._commands

    def take(self) -> tuple[HeardNotice | None, list[HeardCommand]]:
        """The store's notice, and the commands in the order in which they came."""
        with self._lock:
            notice, self._notice = self._notice, None
            commands = [heard for queue in self._commands.values() for heard in queue]
            self._commands.clear()
        return notice, sorted(commands, key=lambda heard: heard.at)
