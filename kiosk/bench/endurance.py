"""What the screen gathers over very many changes of the loop: nothing, if all is well."""

import subprocess
from collections.abc import Sequence
from statistics import linear_regression
from typing import TypeVar

import msgspec

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Verdict
from kiosk.bench.holding import Holding
from kiosk.bench.report import Report
from kiosk.errors import KioskError
from kiosk.places import PYTHON

Look = TypeVar("Look")

WARM_UP = 1 / 3
"""Of the looks, which do not count: until every cache has what it may hold."""

WARN_KIB = 32.0
MOST_KIB = 64.0
"""Memory that may be gathered in 1,000 changes: at one change in eight seconds, 0.7 MB a day."""


class EnduranceFailed(KioskError):
    """The screen ended before it had shown all."""


def measure_endurance(effort: Effort) -> Report:
    """Rounds of a screen each, with so many changes."""
    return judge_endurance([watch_endurance(effort.events) for _ in range(effort.rounds)])


def watch_endurance(changes: int) -> list[Holding]:
    """What a screen held in the course of so many changes. Raises `EnduranceFailed`."""
    return watch_screen("enduring_screen", changes, Holding)


def watch_screen(module: str, changes: int, look: type[Look]) -> list[Look]:
    """What this screen of the bench said in the course of so many changes. Raises `EnduranceFailed`."""
    command = (*PYTHON, "-m", f"kiosk.bench.{module}", str(changes))
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)  # noqa: S603 - our own module
    if done.returncode:
        message = f"the bench's {module} ended: {done.returncode}"
        raise EnduranceFailed(message)
    return [msgspec.json.decode(line, type=look) for line in done.stdout.splitlines()]


def judge_endurance(rounds: Sequence[Sequence[Holding]]) -> Report:
    """The steepest rise of memory by least squares, and the greatest growth of what is counted."""
    warm = [looks[int(len(looks) * WARM_UP) :] for looks in rounds]
    slope = max(_find_slope(looks) for looks in warm)
    growth = {name: max(_find_growth(looks, name) for looks in warm) for name in ("objects", "threads", "files")}
    return Report(
        "endurance",
        {
            "changes": float(max(looks[-1].changes for looks in warm)),
            "memory_mb": max(looks[-1].memory_kib for looks in warm) * 1024 / 1e6,
            "kib_per_1000_changes": slope,
            **{f"more_{name}": figure for name, figure in growth.items()},
        },
        (
            Verdict("KiB of memory in 1,000 changes", MOST_KIB, slope, WARN_KIB),
            *(Verdict(f"more {name} at the end", 0.0, figure) for name, figure in growth.items()),
        ),
    )


def _find_slope(looks: Sequence[Holding]) -> float:
    return linear_regression([look.changes for look in looks], [look.memory_kib for look in looks]).slope * 1000


def _find_growth(looks: Sequence[Holding], name: str) -> float:
    """From the first look to the last."""
    return float(getattr(looks[-1], name) - getattr(looks[0], name))
