"""Lets several rooms speak of one part, such as the API: one that is well again must not hide that another is not."""

import threading
from dataclasses import dataclass

from kiosk.core.fault import FaultSink, Part


class Chorus:
    """A part is well once every voice says so; until then the first one that complains is heard. Safe on any thread."""

    def __init__(self, faults: FaultSink) -> None:
        self._faults = faults
        self._lock = threading.Lock()
        self._codes: dict[Part, dict[int, str | None]] = {}
        self._voices = 0

    def add_voice(self) -> FaultSink:
        """A sink for one more room."""
        self._voices += 1
        return _Voice(self, self._voices)

    def speak(self, voice: int, part: Part, code: str | None) -> None:
        """State what this voice knows of the part."""
        with self._lock:
            codes = self._codes.setdefault(part, {})
            codes[voice] = code
            heard = next((codes[one] for one in sorted(codes) if codes[one] is not None), None)
            self._faults.set_fault(part, heard)


@dataclass(frozen=True, slots=True)
class _Voice:
    chorus: Chorus
    number: int

    def set_fault(self, part: Part, code: str | None) -> None:
        """As `FaultSink`."""
        self.chorus.speak(self.number, part, code)
