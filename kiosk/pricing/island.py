"""Parts of a plan that have no line in common, and so can be searched by themselves."""

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.pricing.plan import Step


class Island(NamedTuple):
    """Some lines, and the steps as far as they concern them."""

    lines: frozenset[int]
    steps: tuple[Step, ...]


def list_islands(steps: Sequence[Step], line_count: int) -> list[Island]:
    """Each line lies on one of them: benefits that look at several pieces together join theirs.

    The lines that none of these touches are one island, too, for nothing is to be searched there.
    """
    islands = list[frozenset[int]]()
    for claim in (step.claim for step in steps if step.claim is not None):
        joined = [island for island in islands if not island.isdisjoint(claim.lines)]
        islands = [island for island in islands if island not in joined] + [claim.lines.union(*joined)]
    others = frozenset(range(line_count)).difference(*islands)
    return [Island(lines, _pick_steps(steps, lines)) for lines in (others, *sorted(islands, key=min))]


def _pick_steps(steps: Sequence[Step], lines: frozenset[int]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step.claim is None or not step.claim.lines.isdisjoint(lines))
