"""What the supervisor needs to know of a thread, whoever made it."""

from typing import Protocol


class Watched(Protocol):
    """A thread; `beats` grows with each step of its work, `is_busy` says whether it is amid one."""

    @property
    def name(self) -> str:
        """What the status calls it."""
        ...

    @property
    def patience_s(self) -> float:
        """So many seconds a step may take."""
        ...

    @property
    def beats(self) -> int:
        """How many steps it has begun."""
        ...

    @property
    def is_busy(self) -> bool:
        """Whether it is amid one."""
        ...

    @property
    def is_dead(self) -> bool:
        """Whether it ended though nobody asked for it."""
        ...

    def revive(self) -> None:
        """Let another take its place."""
