"""A day before the screen in three minutes: whatever grows in it would grow for months."""

from collections.abc import Sequence
from statistics import linear_regression

from msgspec import Struct

from kiosk.bench.effort import Effort
from kiosk.bench.endurance import WARM_UP, judge_endurance, watch_screen
from kiosk.bench.figures import Verdict
from kiosk.bench.report import Report
from kiosk.bench.soaked import Soaked

DAY = 10_800
"""Changes, at one in eight seconds."""
LATE_MS = 100.0
"""Who sees a change that takes longer sees the screen hang."""
MOST_PYTHON = 5.0
"""Objects of Python that may be gathered in 1,000 changes: one that is let go of late is there at some looks alone."""
_NAMED = 5


class Gathered(Struct, frozen=True):
    """Of which types there are how many more objects at the end than when it was warm: of those that grew most."""

    more: dict[str, int]

    def __str__(self) -> str:
        """One line to read."""
        return ", ".join(f"{count} {name}" for name, count in self.more.items()) or "nothing"


def measure_soak(effort: Effort) -> Report:
    """A screen each round, with so many changes. Raises `EnduranceFailed`."""
    return judge_soak([watch_soak(effort.events) for _ in range(effort.rounds)])


def watch_soak(changes: int) -> list[Soaked]:
    """What a screen said in the course of so many changes. Raises `EnduranceFailed`."""
    return watch_screen("soaking_screen", changes, Soaked)


def judge_soak(rounds: Sequence[Sequence[Soaked]]) -> Report:
    """As endurance is judged, by the objects of Python, and by the slowest change once it was warm."""
    held = judge_endurance([[soaked.holding for soaked in looks] for looks in rounds])
    warm = [looks[int(len(looks) * WARM_UP) :] for looks in rounds]
    slowest_ms = 1000 * max(soaked.slowest_s for looks in warm for soaked in looks)
    hours = max(looks[-1].hours for looks in rounds)
    python = max(map(_find_rise, warm))
    values = {
        "hours": hours,
        **held.values,
        "python_objects_per_1000_changes": python,
        "gathered": _name_gathered(max(warm, key=_find_rise)),
        "mishaps": float(sum(looks[-1].mishaps for looks in rounds)),
        "slowest_ms": slowest_ms,
    }
    gathered = Verdict("more objects of Python in 1,000 changes", MOST_PYTHON, python)
    return Report("soak", values, (*held.verdicts, gathered, Verdict("ms for the slowest change", LATE_MS, slowest_ms)))


def _find_rise(looks: Sequence[Soaked]) -> float:
    counts = [sum(look.types.values()) for look in looks]
    return linear_regression([look.holding.changes for look in looks], counts).slope * 1000


def _name_gathered(looks: Sequence[Soaked]) -> Gathered:
    first, last = looks[0].types, looks[-1].types
    more = {name: count - first.get(name, 0) for name, count in last.items() if count > first.get(name, 0)}
    return Gathered(dict(sorted(more.items(), key=lambda one: -one[1])[:_NAMED]))
