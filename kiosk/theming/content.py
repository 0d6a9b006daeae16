"""Whether a theme's fonts and pictures are what their names say, and no larger than a screen needs."""

import struct
from collections.abc import Iterator

from kiosk.contract.picture_size import is_showable_shape
from kiosk.theming.bundle import Bundle
from kiosk.theming.file_names import FONTS, PICTURES, find_suffix
from kiosk.theming.finding import Finding

MOST_PIXELS = 16_000_000
FORMATS = {".jpeg": "JPEG", ".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}

FLAVOURS = frozenset({b"\x00\x01\x00\x00", b"OTTO", b"true"})
"""What a font file begins with (OpenType 1.9.1, "Table Directory")."""

NEEDED_TABLES = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"})
MOST_TABLES = 64


def judge_contents(bundle: Bundle) -> Iterator[Finding]:
    """What is wrong with the fonts and pictures."""
    for name, content in sorted(bundle.files.items()):
        suffix = find_suffix(name)
        why = None
        if suffix in FONTS:
            why = object_to_font(content)
        elif suffix in PICTURES:
            why = object_to_picture(content, FORMATS[suffix])
        if why:
            yield Finding(name, why)


def object_to_font(content: bytes) -> str | None:
    """Why this is no font, judged by its table of contents alone: every table must lie inside the file."""
    count = int.from_bytes(content[4:6])
    if content[:4] not in FLAVOURS or not 0 < count <= MOST_TABLES or len(content) < 12 + 16 * count:
        return "is no TrueType or OpenType font"
    tables = list(struct.iter_unpack(">4s4xII", content[12 : 12 + 16 * count]))
    if any(offset + length > len(content) for _, offset, length in tables):
        return "is a font that was cut off"
    missing = NEEDED_TABLES - {tag for tag, _, _ in tables}
    return "is a font that lacks what every font has" if missing else None


def object_to_picture(content: bytes, kind: str) -> str | None:
    """Why this is no picture of its kind that a screen could show, judged by its head alone."""
    size = _measure_picture(content, kind)
    if size is None:
        return f"is no {kind} picture"
    if size[0] * size[1] > MOST_PIXELS:
        return f"has more than the {MOST_PIXELS} pixels that are allowed"
    return None if is_showable_shape(*size) else "has sides that no screen has"


def _measure_picture(content: bytes, kind: str) -> tuple[int, int] | None:
    """Width and height; a bomb that Pillow warns of counts as large as one that it refuses."""
    import warnings  # noqa: PLC0415 # as below
    from io import BytesIO  # noqa: PLC0415 # as below

    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 # slow to load, and few themes have pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=(kind,)) as picture:
                return picture.size
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return MOST_PIXELS, MOST_PIXELS
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None
