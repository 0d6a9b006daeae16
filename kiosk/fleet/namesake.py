"""Notices another screen under this one's name: the broker lets in only one of the two, and each hangs the other up."""

from collections import deque

import msgspec
from msgspec import Struct

from kiosk.contract.json_flaws import JSON_FLAWS

SAME_ID = "same_id"
"""The fault: `store.id` and `screen.id` are another screen's, too."""
STEADY_S = 60.0
"""So long nothing must be heard of it before it counts as gone; it comes back within seconds, or not at all."""
_WILLS = 16


class _Said(Struct):
    since: str


class Namesake:
    """Judges what is said on this screen's own status topic by its `since`; times are monotonic seconds.

    Before it has heard itself it cannot tell another screen from its own life before, and says nothing.
    """

    def __init__(self, began_at: str) -> None:
        self._began_at = began_at
        self._wills: deque[str] = deque(maxlen=_WILLS)
        self._knows_itself = False
        self._heard_at: float | None = None

    def note_will(self, since: str) -> None:
        """The broker has a last will of this screen with this `since`."""
        self._wills.append(since)

    def hear(self, payload: bytes, now: float) -> None:
        """Take in a status that was said under this screen's name."""
        try:
            since = msgspec.json.decode(payload, type=_Said).since
        except JSON_FLAWS:
            return
        if since == self._began_at:
            self._knows_itself = True
        elif self._knows_itself and since not in self._wills:
            self._heard_at = now

    def is_there(self, now: float) -> bool:
        """Whether another screen speaks under this name."""
        return self._heard_at is not None and now - self._heard_at < STEADY_S
