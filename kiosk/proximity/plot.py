"""Draws what a replay lived through: how far each device seemed in each zone, and when it came and went."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from kiosk.errors import FileRefused, KioskError
from kiosk.places import tell_install
from kiosk.proximity.replay import Transition
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.trace import Trace, begin_trace

_Axes: TypeAlias = Any
"""matplotlib's; its own types are too loose for our rules."""
MOST_ROWS = 12
"""So many devices are drawn, the first to appear; more would be too small to read."""
_ROW_INCHES = 3.2
_WIDTH_INCHES = 11.0
_NEAR_COLOUR = "#1a7f37"
_LEFT_COLOUR = "#b42318"
_METRES = (0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 20, 50, 100)


class Chart:
    """Gathers sightings while a replay runs, each with the distance smoothed as the tracker smooths it."""

    def __init__(self) -> None:
        """Load what draws. Raises `KioskError` where matplotlib is missing."""
        try:
            self._figures: Any = import_module("matplotlib.figure")  # large, and wanted for this alone
        except ImportError as error:
            message = f"a plot needs matplotlib: {tell_install('plot')}"
            raise KioskError(message) from error
        self._traces: dict[tuple[str, str], Trace] = {}
        self._curves: dict[str, dict[str, list[tuple[float, float]]]] = {}

    def add(self, sighting: Sighting) -> None:
        """Take one more point."""
        if sighting.kind == "left":
            return
        key = sighting.shopper, sighting.zone
        before = self._traces.get(key)
        trace = self._traces[key] = begin_trace(sighting) if before is None else before.follow(sighting)
        curve = self._curves.setdefault(sighting.shopper or "somebody", {}).setdefault(sighting.zone, [])
        curve.append((sighting.heard_at, trace.metres))

    def save(self, file: Path, transitions: Sequence[Transition], near_m: float) -> None:
        """Write the chart as PNG, a row for each device: green is who comes near, and where, red who leaves.

        Raises `FileRefused` where the file cannot be written.
        """
        devices = list(self._curves)[:MOST_ROWS] or [""]
        figure = self._figures.Figure(figsize=(_WIDTH_INCHES, _ROW_INCHES * len(devices)), layout="constrained")
        rows = figure.subplots(len(devices), 1, squeeze=False, sharex=True)[:, 0]
        for row, device in zip(rows, devices, strict=True):
            self._draw_row(row, device, near_m)
            _mark(row, [one for one in transitions if one.device == device])
        rows[-1].set_xlabel("seconds")
        try:
            figure.savefig(file, format="png", dpi=100)
        except OSError as error:
            message = f"{file} cannot be written: name another with --plot"
            raise FileRefused(message) from error

    def _draw_row(self, row: _Axes, device: str, near_m: float) -> None:
        for zone, curve in sorted(self._curves.get(device, {}).items()):
            row.plot(*zip(*curve, strict=True), label=zone, linewidth=1.2)
        row.axhline(near_m, color="black", linestyle="dotted", linewidth=1)
        row.set(title=device, ylabel="metres", yscale="log")
        low, high = row.get_ylim()
        row.set_yticks(_METRES, [f"{metres:g}" for metres in _METRES])
        row.set_ylim(low, high)
        row.minorticks_off()
        if self._curves:
            row.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), fontsize="small", frameon=False)


def _mark(row: _Axes, transitions: Sequence[Transition]) -> None:
    for one in transitions:
        if one.event == "left":
            row.axvline(one.at_s, color=_LEFT_COLOUR, linestyle="dashed", linewidth=1.2)
            continue
        row.axvline(one.at_s, color=_NEAR_COLOUR, linewidth=1.2)
        # Beside its line, reading upwards, just inside the frame.
        place = {"xycoords": ("data", "axes fraction"), "xytext": (2, -2), "textcoords": "offset points"}
        row.annotate(one.zone, (one.at_s, 1.0), **place, rotation=90, va="top", color=_NEAR_COLOUR)
