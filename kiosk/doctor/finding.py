"""One line of the doctor."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was seen of one part, and what to do about it; `fail` keeps the screen from its work, `warn` does not."""

    level: Level
    part: str
    seen: str
    advice: str = ""

    def write(self) -> str:
        """The line as it is printed."""
        advice = f": {self.advice}" if self.advice else ""
        return f"{self.level:<4}  {self.part:<8}  {self.seen}{advice}"
