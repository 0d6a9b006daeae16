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
from kiosk.bench.loop import Fading, find_longest, watch_side
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


class Playing(Struct, frozen=True):
    """A side's frames, and its fair share of memory (PSS) at the end in 10^6 bytes: its own, and its decoders'."""

    fading: Fading
    own_mb: float
    decoders_mb: float = 0.0


def measure_video(effort: Effort) -> Report:
    """Rounds of the screen, and of the bare program with the pictures alone. Raises `KioskError` without a player."""
    if find_spec("PySide6.QtMultimedia") is None:
        message = f"videos cannot be played: {tell_install('multimedia')}"
        raise KioskError(message)
    film = find_shipped("assets") / "pictures" / "candle-loop.mp4"
    ours: list[Playing] = []
    bare: list[Playing] = []
    with open_stand(0) as stand, tempfile.TemporaryDirectory(prefix="vitrine-theme-") as folder:
        endless = make_endless(stand.stock, Path(folder), film)
        screen = [*endless.settings, f"broker.url={stand.broker.url}"]
        for _ in range(effort.rounds):
            ours.append(_watch("fading_screen", screen, effort))
            bare.append(_watch("fading_bare", endless.pictures, effort))
    return judge_video(ours, bare)


def _watch(module: str, arguments: list[str], effort: Effort) -> Playing:
    with Side(module, arguments) as side:
        fading = watch_side(side, effort)
        return Playing(fading, read_usage(side.pid).pss_mb, _weigh_children(side.pid))


def _weigh_children(pid: int) -> float:
    """A decoder that ends meanwhile weighs nothing."""
    weight = 0.0
    for child in list_children(pid):
        with suppress(OSError):
            weight += read_usage(child).pss_mb
    return weight


def judge_video(ours: list[Playing], bare: list[Playing]) -> Report:
    """Frames are judged by how often the video has one, memory by the bare program's."""
    fadings = [playing.fading for playing in ours]
    gaps = Figures.of([gap for fading in fadings for gap in fading.gaps])
    longest = find_longest(fadings)
    screen, yardstick = (median(playing.own_mb for playing in side) for side in (ours, bare))
    return Report(
        "video",
        {
            "screen_gaps": gaps,
            "screen_longest_gap_ms": longest,
            "screen_pss_mb": screen,
            "decoders_pss_mb": median(playing.decoders_mb for playing in ours),
            "bare_pss_mb": yardstick,
        },
        (
            Verdict("x a frame of the video from frame to frame at p99", 1.3, gaps.p99 / FRAME_MS),
            Verdict("ms, the longest time between two frames", LATE_MS, longest),
            Verdict("x bare, in PSS without the decoders", 1.15, divide(screen, yardstick)),
        ),
    )
