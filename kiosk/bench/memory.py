"""What the screen keeps in memory once it has shown everything, against the bare program."""

from collections.abc import Callable
from statistics import median

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Verdict, divide
from kiosk.bench.process import read_usage
from kiosk.bench.report import Report
from kiosk.bench.side import Side
from kiosk.bench.stand import Stand, open_stand
from kiosk.bench.visits import open_visits


def measure_memory(effort: Effort) -> Report:
    """Rounds of both, each after so many visits."""
    with open_stand(effort.visits) as stand:
        pairs = [
            (weigh_side(stand, stand.start_screen, effort), weigh_side(stand, stand.start_bare, effort))
            for _ in range(effort.rounds)
        ]
    return judge_memory([ours for ours, _ in pairs], [bare for _, bare in pairs])


def weigh_side(stand: Stand, start: Callable[[], Side], effort: Effort) -> float:
    """Its fair share of memory (PSS) after a round of visits, in 10^6 bytes."""
    with start() as side, open_visits(stand, side, effort) as visits:
        visits.measure(effort.events)
        return read_usage(side.pid).pss_mb


def judge_memory(ours: list[float], bare: list[float]) -> Report:
    """Both medians, and their ratio."""
    screen, yardstick = median(ours), median(bare)
    verdict = Verdict("x bare, in PSS", 1.15, divide(screen, yardstick))
    return Report("memory", {"screen_pss_mb": screen, "bare_pss_mb": yardstick}, (verdict,))
