"""How evenly the loop fades, and what that costs, against the smallest program that does it."""

import tempfile
from itertools import pairwise
from math import nan
from pathlib import Path
from time import monotonic

from msgspec import Struct

from kiosk.bench.effort import Effort
from kiosk.bench.endless import Endless, make_endless
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.process import read_usage
from kiosk.bench.report import Report
from kiosk.bench.side import Side
from kiosk.bench.stand import Stand, open_stand
from kiosk.bench.visits import PATIENCE_S

REFRESH_S = 1 / 60


class Fading(Struct, frozen=True):
    """The times between presented frames in seconds, and the processor time in percent of one core."""

    gaps: list[float]
    cpu_percent: float


def measure_loop(effort: Effort) -> Report:
    """Rounds of both in turns, each watched for so many seconds as there are events."""
    ours: list[Fading] = []
    bare: list[Fading] = []
    with open_stand(0) as stand, tempfile.TemporaryDirectory(prefix="vitrine-theme-") as folder:
        endless = make_endless(stand.stock, Path(folder))
        for _ in range(effort.rounds):
            with _start_screen(stand, endless) as screen:
                ours.append(watch_side(screen, effort))
            with Side("fading_bare", endless.pictures) as yardstick:
                bare.append(watch_side(yardstick, effort))
    return judge_loop(ours, bare)


def _start_screen(stand: Stand, endless: Endless) -> Side:
    return Side("fading_screen", [*endless.settings, f"broker.url={stand.broker.url}"])


def watch_side(side: Side, effort: Effort) -> Fading:
    """Let it settle, then note its frames."""
    side.hear(PATIENCE_S)
    list_frames(side, effort.calm_s)
    before = read_usage(side.pid)
    frames = list_frames(side, effort.events)
    after = read_usage(side.pid)
    gaps = [late - early for early, late in pairwise(frames)]
    return Fading(gaps, 100 * (after.cpu_s - before.cpu_s) / effort.events)


def list_frames(side: Side, seconds: float) -> list[float]:
    """The monotonic times of the frames that it presents within so many seconds."""
    until = monotonic() + seconds
    frames: list[float] = []
    while (left := until - monotonic()) > 0:
        said = side.hear(left)
        if said is not None:
            frames.append(said.at)
    return frames


def find_longest(side: list[Fading]) -> float:
    """The longest time between two frames, in milliseconds."""
    return max((gap * 1000 for fading in side for gap in fading.gaps), default=nan)


def judge_loop(ours: list[Fading], bare: list[Fading]) -> Report:
    """The frames of all rounds together, and the ratio of the processor times."""
    screen, yardstick = (Figures.of([gap for fading in side for gap in fading.gaps]) for side in (ours, bare))
    screen_cpu, bare_cpu = (sum(fading.cpu_percent for fading in side) / len(side) for side in (ours, bare))
    refresh_ms = REFRESH_S * 1000
    return Report(
        "loop",
        {
            "screen_gaps": screen,
            "bare_gaps": yardstick,
            "screen_longest_gap_ms": find_longest(ours),
            "bare_longest_gap_ms": find_longest(bare),
            "screen_cpu_percent": screen_cpu,
            "bare_cpu_percent": bare_cpu,
        },
        (
            Verdict("x a refresh from frame to frame at p50", 1.0, screen.p50 / refresh_ms),
            Verdict("x a refresh from frame to frame at p99", 1.3, screen.p99 / refresh_ms),
            Verdict("x bare in processor time", 1.2, divide(screen_cpu, bare_cpu)),
        ),
    )
