"""An old member card: a MIFARE Classic, which tells nothing but its UID."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.shop.anticollision import answer_anticollision


@dataclass(frozen=True, slots=True)
class Classic:
    """A MIFARE Classic 1K with a 4-byte UID; all else is behind its cipher."""

    uid: bytes = field(repr=False)
    technology: str = "106A"

    def begin(self) -> Callable[[bytes], bytes | None]:
        """Enter the field."""
        return lambda frame: answer_anticollision(frame, self.uid, sak=0x08)
