"""Says in the log, in words, why commands were not carried out: an answer is gone, and has a code for a reason."""

import logging

from kiosk.fleet.command import DOINGS
from kiosk.fleet.messages import Reason

REST_S = 60.0
"""Between two lines about one reason: whoever floods the screen with commands floods no disk."""

_WORDS = {
    Reason.MALFORMED: "it lacks something, or something in it is not allowed",
    Reason.UNKNOWN: f"this screen knows {', '.join(sorted(DOINGS))} alone",
    Reason.RETAINED: "the broker kept it from earlier",
    Reason.EXPIRED: "it came when its time was over",
    Reason.DUPLICATE: "one with its id was carried out before",
    Reason.PRIVATE: "the glass shows what is one shopper's affair",
    Reason.REFUSED: "its theme breaks a rule, or a picture is already being made",
    Reason.NOT_POSSIBLE: "the glass gives no picture now",
    Reason.OVERTAKEN: "another theme was chosen before this one could be put on",
    Reason.UNKNOWN_THEME: "this screen has no theme of that name",
}

_log = logging.getLogger(__name__)


class Excuses:
    """Safe to use from any thread: at worst a line is there twice."""

    def __init__(self) -> None:
        self._said_at: dict[Reason, float] = {}

    def note(self, reason: Reason, flaw: str | None, now: float) -> None:
        """A command was not carried out for this reason, or by this flaw, at this monotonic time in seconds."""
        if now - self._said_at.get(reason, -REST_S) >= REST_S:
            self._said_at[reason] = now
            _log.info("a command was not carried out (%s): %s", reason, flaw or _WORDS[reason])
