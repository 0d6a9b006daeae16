"""Reads a theme's fonts through, with fontTools: what a table of contents does not show."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from msgspec import Struct

from kiosk.places import find_shipped
from kiosk.theming.finding import Finding
from kiosk.theming.package import Theme

FAMILIES = ("display_family", "text_family", "figures_family")
NEEDED = "0123456789,.€%ÄÖÜäöüß"
"""What a German price and headline cannot do without."""

FAMILY_NAMES = (16, 1)
"""Of the name table: the typographic family, else the family (OpenType 1.9.1, "name")."""


class Typeface(Struct, frozen=True):
    """The family that a font file holds, and the needed characters that it lacks."""

    family: str
    lacking: str


def judge_typefaces(theme: Theme) -> Iterator[Finding]:
    """What is wrong with the fonts, and which families the theme names but nobody brings."""
    families = {read_typeface(path.read_bytes()).family for path in (find_shipped("assets") / "fonts").glob("*.ttf")}
    for name, content in theme.fonts.items():
        try:
            face = read_typeface(content)
        except Exception:  # noqa: BLE001  # fontTools raises whatever a broken table leads to
            yield Finding(name, "is a font that cannot be read")
            continue
        families.add(face.family)
        if face.lacking:
            yield Finding(name, f"is a font without {face.lacking}")
    for key in FAMILIES:
        if getattr(theme.tokens, key) not in families:
            yield Finding(f"theme.toml: type.{key}", f"is in no font; there are {', '.join(sorted(families))}")


def read_typeface(content: bytes) -> Typeface:
    """What the font is called and lacks. Raises whatever fontTools raises of a broken one."""
    font: Any = TTFont(BytesIO(content), lazy=False)
    for tag in font.reader.keys():  # noqa: SIM118  # it is no dict, and reading is what finds the damage
        font[tag]
    if "glyf" in font:
        for glyph in font.getGlyphOrder():
            font["glyf"][glyph].expand(font["glyf"])
    names = (font["name"].getDebugName(number) for number in FAMILY_NAMES)
    known: dict[int, str] = font.getBestCmap() or {}
    lacking = "".join(character for character in NEEDED if ord(character) not in known)
    return Typeface(next((name for name in names if name), ""), lacking)
