"""A thread as the supervisor sees one, that ails as the test says."""

from dataclasses import dataclass


@dataclass
class MadeUpThread:
    """Idle and well unless told otherwise; `cures`: to begin it anew helps."""

    name: str = "courier"
    patience_s: float = 60.0
    beats: int = 0
    is_busy: bool = False
    is_dead: bool = False
    cures: bool = True
    revivals: int = 0

    def revive(self) -> None:
        self.revivals += 1
        if self.cures:
            self.is_dead = self.is_busy = False
