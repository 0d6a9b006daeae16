"""How much is measured, and how fast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """`rounds` of `events` each; more of both means steadier figures.

    Visits are `every_s` seconds apart, by default so far that the movement in a scene has ended. The first `warm_up`
    visits of each process do not count: by default every offer was shown twice by then. Where there are no visits, each
    process is left alone for `calm_s` seconds first: by default all pictures are decoded and connections made by then.
    `members` says of a hub how many members it has, for each that is measured.
    """

    rounds: int
    events: int
    every_s: float = 0.5
    warm_up: int = 16
    calm_s: float = 6.0
    members: tuple[int, ...] = (10, 100, 1_000_000)

    @property
    def visits(self) -> int:
        """Visits to one process, counted or not; some more are lost while it starts."""
        return self.warm_up + self.events + 100
