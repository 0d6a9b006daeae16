"""Lets several rooms speak of one part, such as the API: one that is well again must not hide that another is not."""

import threading
from collections.abc import Callable

from msgspec import Struct

from kiosk.core.fault import FaultSink, Part


class SharedFaults:
    """A part is well once every voice says so; until then the first one that complains is heard. Safe on any thread."""

    def __init__(self, faults: FaultSink) -> None:
        self._faults = faults
        self._lock = threading.Lock()
        self._codes: dict[Part, dict[int, str | None]] = {}
        self._voices = 0

    def add_voice(self) -> "Voice":
        """A sink for one more room."""
        self._voices += 1
        return Voice(self, self._voices)

    def speak(self, voice: int, part: Part, code: str | None) -> bool:
        """State what this voice knows of the part; whether that is a relief: it complained, and does no more."""
        with self._lock:
            codes = self._codes.setdefault(part, {})
            before, codes[voice] = codes.get(voice), code
            heard = next((codes[one] for one in sorted(codes) if codes[one] is not None), None)
            self._faults.set_fault(part, heard)
        return before is not None and code is None


class Voice(Struct):
    """One room's sink; `relieve` is called whenever a part is well again by it, to hearten the others."""

    shared: SharedFaults
    number: int
    relieve: Callable[[], None] = lambda: None

    def set_fault(self, part: Part, code: str | None) -> None:
        """As `FaultSink`."""
        if self.shared.speak(self.number, part, code):
            self.relieve()
