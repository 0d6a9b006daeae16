"""How a manifest becomes tokens: colour names are looked up, lengths scaled to the display."""

import math
from collections.abc import Collection
from typing import Any

from msgspec import structs
from msgspec.structs import replace

from kiosk.theming.file_names import PICTURES, find_suffix
from kiosk.theming.finding import Finding
from kiosk.theming.manifest import Manifest
from kiosk.theming.tokens import Tokens

DESIGN_WIDTH, DESIGN_SIDE = 1920, 1080
"""Themes are drawn for displays of so many pixels, whose shorter side is the second of them."""

DESIGN_DISTANCE_M = 2.0
DESIGN_DIAGONAL_IN, STRIP_DIAGONAL_IN = 43.0, 28.0
"""So large they are, and a strip; capitals of the small print then have 20 minutes of arc, on a strip from 1 m.

Source: ISO 9241-303 asks for 16 at least, and prefers 20 to 22.
"""

LIKE = {"band": "hint", "band_ink": "hint_ink"}
"""Meanings that a theme may leave out, with those whose colours they then have."""

LENGTHS = (
    "headline", "title", "price", "lead", "label", "legal",
    "margin", "step", "code", "tab", "kept", "radius", "stroke",
    "scroll_px_per_s",
)  # fmt: skip  # one line a group reads better than one a name
RUNNING = ("lead", "legal")
"""Type that is not large already."""

STRIP = 2.6
"""From so many times as wide as high on, a glass is a strip, such as a shelf's edge."""

STRIP_TYPE = 2.0
"""There all stands abreast, and type has room to be so much larger than the height alone would have it."""

STRIP_SHAPES = 1.5
"""Likewise shapes: a line stands below the code."""

STRIP_PRICE = 2.8
"""The price has a column of its own, which it fills at most."""

SHAPES = frozenset({"step", "code", "radius", "stroke", "scroll_px_per_s"})
BY_HEIGHT = frozenset({"margin", "kept"})
"""What keeps to a strip's height."""

SMALLEST, LARGEST = 0.85, 1.1
"""How far viewing distance and diagonal may change a layout before lines no longer fit."""


def judge_references(manifest: Manifest, name: str, files: Collection[str]) -> list[Finding]:
    """What the manifest of the theme `name` names that is not there: colours of its palette, files of its own."""
    palette = ", ".join(manifest.palette)
    pictures = {f"pictures.{key}": file for key, file in structs.asdict(manifest.pictures).items()}
    found = (
        [] if manifest.id == name else [Finding("theme.toml: id", f"must be {name}, as the folder or zip is called")]
    )
    for meaning, colour in structs.asdict(manifest.meaning).items():
        if colour not in (None, *manifest.palette):
            found.append(Finding(f"theme.toml: meaning.{meaning}", f"names no colour of the palette; it has {palette}"))
    for key, file in {**pictures, "preview": manifest.preview}.items():
        if file and (file not in files or find_suffix(file) not in PICTURES):
            found.append(
                Finding(f"theme.toml: {key}", f"names no picture of the theme ({', '.join(sorted(PICTURES))})")
            )
    return found


def resolve_tokens(manifest: Manifest) -> Tokens:
    """The tokens at the size that the theme was drawn for; all colours that it names are in its palette."""
    meaning = structs.asdict(manifest.meaning)
    values: dict[str, Any] = {key: manifest.palette[colour or meaning[LIKE[key]]] for key, colour in meaning.items()}
    for group in (manifest.type, manifest.space, manifest.motion, manifest.layout):
        values |= structs.asdict(group)
    if manifest.motion.transition == "cut":
        values["crossfade_ms"] = 0
    return Tokens(**values)


def scale_tokens(
    tokens: Tokens, width: int, height: int, distance_m: float, diagonal_in: float | None = None
) -> Tokens:
    """The same tokens for a display of so many pixels and inches (`None`: the usual ones), seen from so far away.

    Type grows with the square root of the distance and only within limits: farther away people also accept
    smaller angles, and a headline must still fit into its column. A smaller display is as one farther away.
    """
    usual_in = STRIP_DIAGONAL_IN if is_strip(width, height) else DESIGN_DIAGONAL_IN
    away = distance_m / DESIGN_DISTANCE_M * usual_in / (diagonal_in or usual_in)
    far = min(max(away**0.5, SMALLEST), LARGEST)
    factor = min(_compare_sides(width, height), _compare_diagonals(width, height)) * far
    larger = {name: _enlarge_on_strip(name) if is_strip(width, height) else 1.0 for name in LENGTHS}
    lengths = {name: getattr(tokens, name) * factor * larger[name] for name in LENGTHS}
    return replace(tokens, **{name: round(length, 1) for name, length in lengths.items()})


def _compare_sides(width: int, height: int) -> float:
    """How many times as high as the design, or upright as wide."""
    return min(width, height) / DESIGN_SIDE


def _compare_diagonals(width: int, height: int) -> float:
    """How many times as large as the design: the smaller of both where glass is hardly wider than high.

    Its type is then as large as on other glass of that many inches, and lines have nearly as much of the width.
    """
    return math.hypot(width, height) / math.hypot(DESIGN_WIDTH, DESIGN_SIDE)


def _enlarge_on_strip(name: str) -> float:
    if name in BY_HEIGHT:
        return 1.0
    if name in SHAPES:
        return STRIP_SHAPES
    return STRIP_PRICE if name == "price" else STRIP_TYPE


def is_strip(width: int, height: int) -> bool:
    """Whether a glass of so many pixels is a strip."""
    return width >= height * STRIP


def enlarge_text(tokens: Tokens, by: float) -> Tokens:
    """The same tokens with running text and small print so many times as large; headlines and prices are."""
    return replace(tokens, **{name: round(getattr(tokens, name) * by, 1) for name in RUNNING})


def still_tokens(tokens: Tokens) -> Tokens:
    """The variant for reduced motion: nothing moves, pictures still fade into each other."""
    durations = dict.fromkeys(("settle_ms", "wash_ms", "tick_ms", "pulse_ms"), 0)
    return replace(tokens, **durations, transition="crossfade", zoom_percent_per_s=0.0, scroll_px_per_s=0.0)
