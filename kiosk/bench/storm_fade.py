"""Whether presence drops a frame: the loop's crossfade in the quiet, and while foreign devices shout."""

import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import nan
from pathlib import Path
from typing import Self

from msgspec import Struct

from kiosk.bench.effort import Effort
from kiosk.bench.endless import make_endless
from kiosk.bench.figures import Figures, Verdict, divide
from kiosk.bench.loop import REFRESH_S, list_frames
from kiosk.bench.side import Side
from kiosk.bench.stand import Stand, open_stand
from kiosk.bench.visits import PATIENCE_S

DROPPED = 1.5
"""Refreshes: where more lies between two frames, one was left out."""
QUIET = "quiet"
UNTOLD = 3
"""So many dropped frames are none: where a spell dropped none, as many may still be usual, as far as it can tell.

Source: the rule of three, J. A. Hanley and A. Lippman-Hand in JAMA 249 (1983): none of n is up to 3/n at 95 %.
"""
_SETTLE_S = 0.5


class Fade(Struct, frozen=True):
    """The times between presented frames, and the share of them in which a frame was left out."""

    gaps: Figures
    dropped: float

    @classmethod
    def of(cls, frames: Sequence[float]) -> Self:
        """What the monotonic times of these frames come to."""
        gaps = [late - early for early, late in pairwise(frames)]
        late = sum(gap > DROPPED * REFRESH_S for gap in gaps)
        return cls(Figures.of(gaps), late / len(gaps) if gaps else nan)

    def __str__(self) -> str:
        """One line to read."""
        return f"{self.gaps} from frame to frame, {self.dropped:.2%} dropped"


def measure_fades(effort: Effort, noises: Mapping[str, Sequence[str]]) -> dict[str, Fade]:
    """One screen whose loop never rests, in the quiet and then in each noise, for as long as visits of a round take.

    `noises` are what the crowd is told, by name.
    """
    seconds = effort.events * effort.every_s
    with open_stand(0) as stand, tempfile.TemporaryDirectory(prefix="vitrine-theme-") as folder:
        endless = make_endless(stand.stock, Path(folder))
        with Side("fading_screen", [*endless.settings, f"broker.url={stand.broker.url}"]) as screen:
            screen.hear(PATIENCE_S)
            list_frames(screen, effort.calm_s)
            quiet = {QUIET: Fade.of(list_frames(screen, seconds))}
            return quiet | {name: _fade_in(stand, screen, noise, seconds) for name, noise in noises.items()}


def judge_fades(fades: Mapping[str, Fade]) -> tuple[Verdict, ...]:
    """Each noise beside the quiet."""
    quiet = fades[QUIET]
    limit = divide(UNTOLD, quiet.gaps.count)
    return tuple(
        Verdict(f"of the loop's frames more dropped than in the quiet in {name}", limit, fade.dropped - quiet.dropped)
        for name, fade in fades.items()
        if name != QUIET
    )


def _fade_in(stand: Stand, screen: Side, noise: Sequence[str], seconds: float) -> Fade:
    with Side("noise", [stand.broker.host, str(stand.broker.port), *noise]) as crowd:
        crowd.hear(PATIENCE_S)
        list_frames(screen, _SETTLE_S)
        return Fade.of(list_frames(screen, seconds))
