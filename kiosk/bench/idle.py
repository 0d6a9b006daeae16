"""What a still picture costs: nothing should run while nothing happens."""

from statistics import median
from time import sleep

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Verdict
from kiosk.bench.process import read_usage
from kiosk.bench.report import Report
from kiosk.bench.side import Side
from kiosk.bench.stand import open_stand
from kiosk.bench.visits import PATIENCE_S

CALM_S = 5.0
"""After the start, until pictures are decoded and connections made."""


def measure_idle(effort: Effort) -> Report:
    """Rounds of a screen that shows one picture, each watched for so many seconds as there are events."""
    costs: list[tuple[float, float]] = []
    with open_stand(0) as stand:
        for _ in range(effort.rounds):
            with stand.start_screen() as screen:
                screen.hear(PATIENCE_S)
                sleep(CALM_S)
                costs.append(watch_idle(screen, effort.events))
    return judge_idle(costs)


def watch_idle(screen: Side, seconds: float) -> tuple[float, float]:
    """CPU in percent of one core, and how often a second its threads woke."""
    before = read_usage(screen.pid)
    sleep(seconds)
    after = read_usage(screen.pid)
    return 100 * (after.cpu_s - before.cpu_s) / seconds, (after.sleeps - before.sleeps) / seconds


def judge_idle(costs: list[tuple[float, float]]) -> Report:
    """The medians."""
    cpu_percent, wakes_per_s = median(cpu for cpu, _ in costs), median(wakes for _, wakes in costs)
    return Report(
        "idle",
        {"cpu_percent": cpu_percent, "wakes_per_s": wakes_per_s},
        (Verdict("% of a core", 0.5, cpu_percent),),
    )
