"""Tells a scanner from a keyboard: both type, and only one of them a whole code faster than any hand."""

from collections.abc import Callable

from msgspec import Struct

from kiosk.codes.layout import GERMAN
from kiosk.codes.read import LONGEST, read_code
from kiosk.core.events import CodeScanned

APART_S = 1 / 3
"""Codes that follow each other faster are dropped: what they bring on the glass must not flash (WCAG 2.3.1)."""
_LEAST = 3
"""So many letters a code has at least: a hand is as fast for two."""
_SEPARATOR = "\x1d"
_ENDS = {"enter": ("\r", "\n"), "tab": ("\t",)}


class Habits(Struct, frozen=True):
    """How the scanner types: what goes before each code, what follows it, and how fast its letters come, in seconds."""

    prefix: str = ""
    suffix: str = ""
    ends_with: str = "enter"
    gap_s: float = 0.05


class Wedge:
    """Puts keys together; `post` takes the codes. Whatever comes, no more than one code is held."""

    def __init__(self, habits: Habits, post: Callable[[CodeScanned], None], tell_mono: Callable[[], float]) -> None:
        self._habits = habits
        self._post = post
        self._tell_mono = tell_mono
        self._ends = _ENDS[habits.ends_with]
        self._most = LONGEST + len(habits.prefix) + len(habits.suffix)
        self._typed = ""
        self._last = self._rests_until = float("-inf")

    def hear(self, text: str, at: float) -> bool:
        """A key that writes this `text` was pressed `at` that time, in seconds; whether it goes no further.

        The first letter does, for nobody can tell yet whose it is; nothing on the glass is written into. What ends a
        code is a key for the glass's controls, unless it follows letters as fast as they followed each other.
        """
        is_fast = 0 <= at - self._last <= self._habits.gap_s
        self._last = at
        if not is_fast:
            self._typed = ""
        if text in self._ends:
            return self._end()
        if len(text) != 1 or not (text.isprintable() or text == _SEPARATOR):
            return False
        is_begun = self._typed != ""
        if len(self._typed) <= self._most:  # one more tells that it is too long
            self._typed += text
        return is_begun

    def _end(self) -> bool:
        typed, self._typed = self._typed, ""
        code = self._strip(typed)
        if len(code) < _LEAST:
            return False
        now = self._tell_mono()
        if now >= self._rests_until:
            self._rests_until = now + APART_S
            self._post(CodeScanned(code[:LONGEST], read_code(code, GERMAN), now))
        return True

    def _strip(self, typed: str) -> str:
        """The code alone; empty where what this scanner says around it is missing: somebody else has typed."""
        habits = self._habits
        if not (typed.startswith(habits.prefix) and typed.endswith(habits.suffix)):
            return ""
        return typed[len(habits.prefix) : len(typed) - len(habits.suffix)]
