"""How the foreign loyalty system fails, one exchange at a time."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from tests.doubles.chance import seed_chance


class Cut(Enum):
    """Where an exchange breaks."""

    NOWHERE = auto()
    BEFORE = auto()
    """The connection closes before the request is looked at."""
    AFTER = auto()
    """The request is processed, then the connection closes: the answer is lost."""
    HALF = auto()
    """The request is processed, and half of the answer arrives."""


@dataclass(frozen=True)
class Fault:
    """How one exchange fails: with a status, a cut, another body, or by being slow (`hold`: until it is set)."""

    status: int | None = None
    code: str = "made_up"
    retry_after: str | None = None
    location: str | None = None
    cut: Cut = Cut.NOWHERE
    body: bytes | None = None
    hold: threading.Event | None = None


OK = Fault()

WAYS = (Fault(500), Fault(409), Fault(429), Fault(cut=Cut.BEFORE), Fault(cut=Cut.AFTER), Fault(cut=Cut.HALF))
"""In which a server fails that half works."""


@dataclass
class Plan:
    """Which exchange fails: the faults that are planned, then perhaps one by chance, then those that hold always."""

    next: deque[Fault] = field(default_factory=deque[Fault])
    chance: Callable[[], Fault] = lambda: OK
    always: dict[str, Fault] = field(default_factory=dict[str, Fault])

    def fail_often(self, seed: int, share: float) -> None:
        """Let this share of the exchanges fail, each in a way drawn by chance."""
        chance = seed_chance(seed)
        self.chance = lambda: chance.choice(WAYS) if chance.random() < share else OK

    def draw(self, path: str, body: bytes) -> Fault:
        for mark, fault in self.always.items():
            if mark in path or mark.encode() in body:
                return fault
        return self.next.popleft() if self.next and path.startswith("/v1") else self.chance()
