"""How a manifest becomes tokens: colour names are looked up, lengths scaled to the display."""

from typing import Any

from msgspec import structs
from msgspec.structs import replace

from kiosk.errors import SettingRefused
from kiosk.theming.manifest import Manifest
from kiosk.theming.tokens import Tokens

DESIGN_SIDE = 1080
"""Themes are drawn for displays whose shorter side has so many pixels."""

DESIGN_DISTANCE_M = 2.0
LENGTHS = (
    "headline", "title", "price", "lead", "label", "legal",
    "margin", "step", "code", "tab", "kept", "radius", "stroke",
)  # fmt: skip  # one line a group reads better than one a name
SMALLEST, LARGEST = 0.85, 1.1
"""How far the viewing distance may change a layout before lines no longer fit."""


def resolve_tokens(manifest: Manifest) -> Tokens:
    """The tokens at the size that the theme was drawn for.

    Raises `SettingRefused` with the key where a meaning names a colour that the palette lacks.
    """
    values: dict[str, Any] = {key: _find_colour(manifest, key) for key in structs.asdict(manifest.meaning)}
    for group in (manifest.type, manifest.space, manifest.motion, manifest.layout):
        values |= structs.asdict(group)
    return Tokens(**values)


def _find_colour(manifest: Manifest, meaning: str) -> str:
    name = getattr(manifest.meaning, meaning)
    colour = manifest.palette.get(name)
    if colour is None:
        key = f"meaning.{meaning}"
        raise SettingRefused(key, "names no colour of the palette")
    return colour


def scale_tokens(tokens: Tokens, width: int, height: int, distance_m: float) -> Tokens:
    """The same tokens for a display of so many pixels, seen from so far away.

    Type grows with the square root of the distance and only within limits: farther away people also accept
    smaller angles, and a headline must still fit into its column.
    """
    far = min(max((distance_m / DESIGN_DISTANCE_M) ** 0.5, SMALLEST), LARGEST)
    factor = min(width, height) / DESIGN_SIDE * far
    return replace(tokens, **{name: round(getattr(tokens, name) * factor, 1) for name in LENGTHS})


def still_tokens(tokens: Tokens) -> Tokens:
    """The variant for reduced motion: nothing moves, pictures still fade into each other."""
    return replace(tokens, settle_ms=0, wash_ms=0, tick_ms=0, pulse_ms=0, zoom_percent_per_s=0.0)
