"""How much is measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """`rounds` of `events` each; more of both means steadier figures."""

    rounds: int
    events: int
