"""A day before the screen in three minutes: whatever grows in it would grow for months."""

from collections.abc import Sequence

from kiosk.bench.effort import Effort
from kiosk.bench.endurance import WARM_UP, judge_endurance, watch_screen
from kiosk.bench.figures import Verdict
from kiosk.bench.report import Report
from kiosk.bench.soaked import Soaked

DAY = 10_800
"""Changes, at one in eight seconds."""
LATE_MS = 100.0
"""Who sees a change that takes longer sees the screen hang."""


def measure_soak(effort: Effort) -> Report:
    """A screen each round, with so many changes. Raises `EnduranceFailed`."""
    return judge_soak([watch_soak(effort.events) for _ in range(effort.rounds)])


def watch_soak(changes: int) -> list[Soaked]:
    """What a screen said in the course of so many changes. Raises `EnduranceFailed`."""
    return watch_screen("soaking_screen", changes, Soaked)


def judge_soak(rounds: Sequence[Sequence[Soaked]]) -> Report:
    """As endurance is judged, and by the slowest change once it was warm."""
    held = judge_endurance([[soaked.holding for soaked in looks] for looks in rounds])
    slowest_ms = 1000 * max(soaked.slowest_s for looks in rounds for soaked in looks[int(len(looks) * WARM_UP) :])
    hours = max(looks[-1].hours for looks in rounds)
    late = Verdict("ms for the slowest change", LATE_MS, slowest_ms)
    return Report("soak", {"hours": hours, **held.values, "slowest_ms": slowest_ms}, (*held.verdicts, late))
