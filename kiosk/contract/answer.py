"""What came of handing something to the loyalty API, sorted by what to do next."""

from typing import TypeAlias

from msgspec import Struct

from kiosk.contract.bookmark import BookmarkAnswer
from kiosk.contract.check_in import CheckInAnswer
from kiosk.contract.scan import ScanAnswer


class Delivered(Struct, frozen=True):
    """The bookmark was taken, now or at an earlier try: forget it."""

    answer: BookmarkAnswer


class Greeted(Struct, frozen=True):
    """The check-in was heard: forget it."""

    answer: CheckInAnswer


class Told(Struct, frozen=True):
    """What was scanned is known, or known to be nothing."""

    answer: ScanAnswer


class Accepted(Struct, frozen=True):
    """It was taken: forget it."""


class Again(Struct, frozen=True):
    """Nobody knows, or not now: try the same once more.

    `code` is short and stable, fit for the status; `after` is the wait that the server asked for, in seconds.
    `everyone` says that the server as a whole is in trouble, and not this one request.
    """

    code: str
    after: float | None = None
    everyone: bool = False


class Refused(Struct, frozen=True):
    """The server understood and said no: sending the same again is useless.

    `status` is the HTTP status; `code` the problem's stable code (RFC 9457), or `http_<status>`.
    """

    status: int
    code: str

    @property
    def is_about_token(self) -> bool:
        """Whether it is the screen that is not welcome, and not what it sent."""
        return self.status in {401, 403}


Answer: TypeAlias = Delivered | Again | Refused
"""Of `POST /v1/bookmarks`."""

Receipt: TypeAlias = Accepted | Again | Refused
"""Of `POST /v1/events`."""

Reply: TypeAlias = Greeted | Again | Refused
"""Of `POST /v1/check-ins`."""

Finding: TypeAlias = Told | Again | Refused
"""Of `POST /v1/scans`."""
