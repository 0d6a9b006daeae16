"""How evenly a loop of pictures and videos plays, through every change from one to the other, and what it holds."""

import tempfile
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from msgspec import Struct

from kiosk.bench.effort import Effort
from kiosk.bench.endless import make_endless
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.loop import Fading, find_longest, list_frames, watch_side
from kiosk.bench.process import list_children, read_usage
from kiosk.bench.report import Report
from kiosk.bench.side import Side
from kiosk.bench.stand import open_stand
from kiosk.errors import KioskError
from kiosk.places import find_shipped, tell_install

FRAME_MS = 1000 / 24
"""From one picture of the shipped video to the next."""

LATE_MS = 100.0
"""A frame that comes later is seen to be late."""


LOOK_S = 0.5
"""From one look at the memory to the next: what it holds is another thing in a change than in a film."""


class Weight(Struct, frozen=True):
    """A side's fair share of memory (PSS) at a moment in 10^6 bytes: its own, and that of the processes it started."""

    own_mb: float
    decoders_mb: float = 0.0

    @property
    def whole_mb(self) -> float:
        """All that the shop's machine must have for it."""
        return self.own_mb + self.decoders_mb


class Playing(Struct, frozen=True):
    """A side's frames, and what it weighed again and again."""

    fading: Fading
    weights: list[Weight]


def measure_video(effort: Effort) -> Report:
    """Rounds of the screen, and of the bare program that plays the same. Raises `KioskError` without a player."""
    if find_spec("PySide6.QtMultimedia") is None:
        message = f"videos cannot be played: {tell_install('multimedia')}"
        raise KioskError(message)
    film = find_shipped("assets") / "films/candle-loop.mp4"
    if not film.exists():
        message = "no package has the film that this plays: run it in a checkout"
        raise KioskError(message)
    ours: list[Playing] = []
    bare: list[Playing] = []
    with open_stand(0) as stand, tempfile.TemporaryDirectory(prefix="vitrine-theme-") as folder:
        endless = make_endless(stand.stock, Path(folder), film)
        screen = [*endless.settings, f"broker.url={stand.broker.url}"]
        for _ in range(effort.rounds):
            ours.append(_watch("fading_screen", screen, effort))
            bare.append(_watch("playing_bare", [str(film), *endless.pictures], effort))
    return judge_video(ours, bare)


def _watch(module: str, arguments: list[str], effort: Effort) -> Playing:
    with Side(module, arguments) as side:
        return Playing(watch_side(side, effort), [_weigh(side) for _ in range(effort.events)])


def _weigh(side: Side) -> Weight:
    """After a moment. Not while frames count: whoever weighs a process keeps it waiting."""
    list_frames(side, LOOK_S)
    return Weight(read_usage(side.pid).pss_mb, _weigh_children(side.pid))


def _weigh_children(pid: int) -> float:
    """A decoder that ends meanwhile weighs nothing."""
    weight = 0.0
    for child in list_children(pid):
        with suppress(OSError):
            weight += read_usage(child).pss_mb
    return weight


def judge_video(ours: list[Playing], bare: list[Playing]) -> Report:
    """Frames are judged by how often the video has one, memory by the bare program's, decoders and all."""
    screen_fadings, bare_fadings = ([playing.fading for playing in side] for side in (ours, bare))
    gaps, bare_gaps = (
        Figures.of([gap for fading in side for gap in fading.gaps]) for side in (screen_fadings, bare_fadings)
    )
    weights, yardsticks = ([weight for playing in side for weight in playing.weights] for side in (ours, bare))
    longest = find_longest(screen_fadings)
    screen_mb, bare_mb = (median(weight.whole_mb for weight in side) for side in (weights, yardsticks))
    return Report(
        "video",
        {
            "screen_gaps": gaps,
            "bare_gaps": bare_gaps,
            "screen_longest_gap_ms": longest,
            "bare_longest_gap_ms": find_longest(bare_fadings),
            "screen_pss_mb": screen_mb,
            "screen_most_pss_mb": max(weight.whole_mb for weight in weights),
            "decoders_pss_mb": median(weight.decoders_mb for weight in weights),
            "bare_pss_mb": bare_mb,
        },
        (
            Verdict("x a frame of the video from frame to frame at p99", 1.3, gaps.p99 / FRAME_MS),
            Verdict("ms, the longest time between two frames", LATE_MS, longest),
            Verdict("x bare, in PSS with all decoders", 1.15, divide(screen_mb, bare_mb)),
        ),
    )
