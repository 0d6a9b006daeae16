"""How a request to the loyalty API fails, as codes that may be shown: they repeat nothing that came from outside."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Loaded only where there is a video.
    from kiosk.contract.video import VideoFlaw


class Trouble(StrEnum):
    """Why the API gave no usable answer; any other status is `http_<status>`."""

    UNREACHABLE = "unreachable"
    TLS_FAILED = "tls_failed"
    HALF_ANSWER = "half_answer"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    REDIRECTED = "redirected"
    """Redirects are not followed: one could lead the token, or the screen, anywhere."""
    TOKEN_REFUSED = "token_refused"  # noqa: S105  # a code, no secret
    NOT_UNDERSTOOD = "not_understood"


class Flaw(StrEnum):
    """Why a file of the catalogue may not be shown."""

    ELSEWHERE = "elsewhere"
    """It does not lie at the API's own origin."""
    TOO_LARGE = "too_large"
    WRONG_BYTES = "wrong_bytes"
    """Size or hash is not what the catalogue says."""
    NO_PICTURE = "no_picture"
    BROKEN = "broken"
    """It begins as a picture and does not end as one."""
    NOT_DECODED = "not_decoded"
    """It says that it is a picture, and no decoder of this screen makes one of it."""
    TOO_MANY_PIXELS = "too_many_pixels"
    ODD_SHAPE = "odd_shape"
    """A side, or the ratio of the sides, that no screen can scale."""
    NO_ROOM = "no_room"


class ApiFailed(Exception):
    """The API gave no usable answer.

    `after` is the wait that the server asked for, in seconds; `everyone`: the server as a whole is in trouble.
    """

    def __init__(self, code: str, *, after: float | None = None, everyone: bool = False) -> None:
        super().__init__(code)
        self.code = str(code)
        self.after = after
        self.everyone = everyone


class MediaRefused(Exception):
    """A file of the catalogue may not be shown."""

    def __init__(self, flaw: "Flaw | VideoFlaw") -> None:
        super().__init__(flaw)
        self.flaw = flaw


class WireRefused(Exception):
    """An answer of the API is, as a whole, not what the contract says."""
