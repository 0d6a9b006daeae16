"""How the screen is: gathers from every room what the status topic says."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from kiosk.contract.instant import to_rfc3339
from kiosk.core.fault import Part
from kiosk.fleet.messages import Fault, Outbox, StatusMessage

_log = logging.getLogger(__name__)


class Clocks(Struct, frozen=True):
    """Both clocks: `mono` in monotonic seconds, `wall` in aware time."""

    mono: Callable[[], float]
    wall: Callable[[], datetime]


class Status:
    """The screen's state, safe to tell and to ask from any thread. It is a FaultSink.

    `ask_last_heard` gives the monotonic arrival of the last presence message, or `None`.
    """

    def __init__(self, version: str, theme: str, ask_last_heard: Callable[[], float | None], clocks: Clocks) -> None:
        self._version = version
        self._theme = theme
        self._ask_last_heard = ask_last_heard
        self._clocks = clocks
        self._lock = threading.Lock()
        self._began_at = to_rfc3339(clocks.wall())
        self._scene = "attract"
        self._outbox = Outbox()
        self._faults: dict[Part, Fault] = {}
        self._on_change: Callable[[], None] = lambda: None

    @property
    def began_at(self) -> str:
        """When this program began: what every status of it says."""
        return self._began_at

    def watch(self, on_change: Callable[[], None]) -> None:
        """Call `on_change` after each change, on whatever thread made it."""
        self._on_change = on_change

    def set_fault(self, part: Part, code: str | None) -> None:
        """State the part's fault as a short stable code; `None`: it is well."""
        with self._lock:
            known = self._faults.get(part)
            if code == (None if known is None else known.code):
                return
            self._faults.pop(part, None)
            if code is not None:
                self._faults[part] = Fault(part, code, to_rfc3339(self._clocks.wall()))
        faults = [f"{part}/{one}" for one in (known and known.code, code) if one]
        _log.info("%s: %s", part, code or "well again", extra={"faults": faults})
        self._on_change()

    def set_scene(self, scene: str) -> None:
        """State what the glass shows, by the scene's name in lower case."""
        with self._lock:
            changed, self._scene = scene != self._scene, scene
        if changed:
            self._on_change()

    def set_theme(self, theme: str) -> None:
        """State which theme is worn, by its name."""
        with self._lock:
            changed, self._theme = theme != self._theme, theme
        if changed:
            self._on_change()

    def set_outbox(self, waiting: int, dead: int) -> None:
        """State how many bookmarks wait for delivery and how many are dead letters."""
        outbox = Outbox(waiting, dead)
        with self._lock:
            changed, self._outbox = outbox != self._outbox, outbox
        if changed:
            self._on_change()

    def compose(self) -> StatusMessage:
        """The status as of now, the longest standing fault first; `since` is the time at which this program began."""
        heard_at = self._ask_last_heard()
        age_s = None if heard_at is None else round(max(0.0, self._clocks.mono() - heard_at), 1)
        with self._lock:
            faults = list(self._faults.values())
            return StatusMessage(
                "online", self._began_at, self._scene, self._version, self._theme, faults, self._outbox, age_s
            )

    def compose_offline(self) -> StatusMessage:
        """The status of a screen that is gone; `since` is now."""
        since = to_rfc3339(self._clocks.wall())
        with self._lock:
            return StatusMessage("offline", since, None, self._version, self._theme, [], self._outbox, None)
