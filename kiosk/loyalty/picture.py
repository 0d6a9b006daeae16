"""Looks at a downloaded file before the screen ever decodes it. Imported late: Pillow is slow to load."""

import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from kiosk.contract.picture_size import is_showable_shape
from kiosk.loyalty.failure import Flaw, MediaRefused
from kiosk.loyalty.media import Kind

MOST_PIXELS = 16_000_000
FORMATS = ("JPEG", "PNG", "WEBP")

_MP4 = (4, b"ftyp")
_WEBM = (0, b"\x1a\x45\xdf\xa3")


def check_media(path: Path, kind: Kind) -> None:
    """Look at the head of a file, without decoding it. Raises `MediaRefused`."""
    if kind == "image":
        _check_picture(path)
    else:
        _check_video(path)


def _check_picture(path: Path) -> None:
    try:
        # Pillow warns of a bomb, then errs of a larger one: here both are errors.
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as picture:
                width, height = picture.size
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise MediaRefused(Flaw.TOO_MANY_PIXELS) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise MediaRefused(Flaw.NO_PICTURE) from error
    if width * height > MOST_PIXELS:
        raise MediaRefused(Flaw.TOO_MANY_PIXELS)
    if not is_showable_shape(width, height):
        raise MediaRefused(Flaw.ODD_SHAPE)


def _check_video(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(16)
    if not any(head[place : place + len(mark)] == mark for place, mark in (_MP4, _WEBM)):
        raise MediaRefused(Flaw.NO_VIDEO)
