"""Whether the pictures of a pass are there, are PNG, and have the size that their names say.

Sizes: Apple's Human Interface Guidelines, "Wallet"; the layout of a PNG's beginning: RFC 2083, section 4.1.1.
"""

import re
from collections.abc import Iterator, Mapping

from kiosk.hub.wallet.doctor.finding import Finding, quote

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NAME = re.compile(r"(?:[\w-]+\.lproj/)?(icon|logo|strip|thumbnail|background|footer)(?:@([23])x)?\.png")
_ICON = "icon.png"
_FINE_ICONS = ("icon@2x.png", "icon@3x.png")
_LEAST_ICON = 29
_LARGEST = {
    "logo": (160, 50),
    "strip": (375, 144),
    "thumbnail": (90, 90),
    "background": (180, 220),
    "footer": (286, 15),
}
"""In points; an icon is measured by itself."""


def check_pictures(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """What is wrong with the pictures among these files."""
    if _ICON not in files:
        yield Finding(f"{_ICON} is missing, without which no phone shows a pass: add it, 29 by 29 pixels.")
    if not any(name in files for name in _FINE_ICONS):
        yield Finding(
            "There is no icon for fine glass: add icon@2x.png, 58 by 58, and icon@3x.png, 87 by 87.", is_fatal=False
        )
    for name in sorted(files):
        found = _NAME.fullmatch(name)
        if found:
            yield from _check_picture(name, files[name], found[1], int(found[2] or 1))
        elif name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp")):
            yield Finding(
                f"{quote(name)} is no picture that Wallet knows: leave it out, or spell it as Apple does.",
                is_fatal=False,
            )


def _check_picture(name: str, content: bytes, kind: str, scale: int) -> Iterator[Finding]:
    size = _read_size(content)
    if size is None:
        yield Finding(f"{name} is no PNG, whatever its name says: save it as one.")
        return
    flaw = _judge_icon(size, scale) if kind == "icon" else _judge_size(size, kind, scale)
    if flaw:
        yield Finding(f"{name} has {size[0]} by {size[1]} pixels: {flaw}.", is_fatal=False)


def _judge_icon(size: tuple[int, int], scale: int) -> str:
    """What to do about an icon's size; empty where it is good."""
    least = _LEAST_ICON * scale
    return f"draw it {least} by {least}" if size[0] != size[1] or size[0] < least else ""


def _judge_size(size: tuple[int, int], kind: str, scale: int) -> str:
    widest, highest = (side * scale for side in _LARGEST[kind])
    return (
        f"Wallet has room for {widest} by {highest}, so draw it smaller"
        if size[0] > widest or size[1] > highest
        else ""
    )


def _read_size(content: bytes) -> tuple[int, int] | None:
    """Width and height, from the header alone: nothing that may be hostile is decoded."""
    if content[:8] != _SIGNATURE or content[12:16] != b"IHDR" or len(content) < 24:  # noqa: PLR2004 # as the RFC lays it out
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
