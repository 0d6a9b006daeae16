"""Draws means with their intervals as SVG that can stand in a page, on paper too."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.learning.evaluation.figures import Interval

Tone: TypeAlias = Literal["ours", "other", "known"]

WIDTH = 720
LABEL_WIDTH = 210
FIGURE_WIDTH = 90
ROW_HEIGHT = 30
AXIS_HEIGHT = 28
_RADIUS = {"ours": 7, "other": 5, "known": 5}


class Dot(Struct, frozen=True):
    """One row: a mean as a dot, its interval as a line."""

    label: str
    interval: Interval
    tone: Tone = "other"


def draw_dots(title: str, dots: Sequence[Dot], top: float, write: Callable[[float], str]) -> str:
    """An SVG of these rows on an axis from 0 to `top`; `write` says a value as a person reads it."""
    height = ROW_HEIGHT * len(dots) + AXIS_HEIGHT
    rows = "".join(_draw_row(number, dot, top, write) for number, dot in enumerate(dots))
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        f"{_draw_axis(height, top, write)}{rows}</svg>"
    )


def _draw_axis(height: int, top: float, write: Callable[[float], str]) -> str:
    foot = height - AXIS_HEIGHT
    return "".join(
        f'<line class="grid" x1="{_place(value, top)}" x2="{_place(value, top)}" y1="0" y2="{foot}"/>'
        f'<text class="tick" x="{_place(value, top)}" y="{foot + 18}">{escape(write(value))}</text>'
        for value in (top * part / 4 for part in range(5))
    )


def _draw_row(number: int, dot: Dot, top: float, write: Callable[[float], str]) -> str:
    y = ROW_HEIGHT * number + ROW_HEIGHT // 2
    mean, low, high = dot.interval.mean, dot.interval.low, dot.interval.high
    return (
        f'<g class="{dot.tone}"><text class="label" x="{LABEL_WIDTH - 14}" y="{y + 5}">{escape(dot.label)}</text>'
        f'<line class="span" x1="{_place(low, top)}" x2="{_place(high, top)}" y1="{y}" y2="{y}"/>'
        f'<circle cx="{_place(mean, top)}" cy="{y}" r="{_RADIUS[dot.tone]}"/>'
        f'<text class="figure" x="{WIDTH}" y="{y + 5}">{escape(write(mean))}</text></g>'
    )


def _place(value: float, top: float) -> float:
    """Where a value stands on the axis, in the drawing's units."""
    share = min(max(value / top, 0.0), 1.0)
    return round(LABEL_WIDTH + share * (WIDTH - LABEL_WIDTH - FIGURE_WIDTH), 1)
