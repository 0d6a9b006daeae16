"""Looks at a downloaded file before the screen ever decodes it. Imported late: Pillow is slow to load."""

import warnings
from pathlib import Path

from PIL import Image

from kiosk.contract.picture_size import MOST_PIXELS, is_showable_shape
from kiosk.loyalty.failure import Flaw

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")


def find_picture_flaw(path: Path, *, whole: bool = False) -> Flaw | None:
    """Why it may not be shown, by its head or, where nobody vouches for its bytes, by all of it; `None`: it may."""
    try:
        # Pillow warns of a bomb, then errs of a larger one: here both are errors.
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as picture:
                flaw = _find_size_flaw(*picture.size)
                # The frame of an AVIF can be far larger than it says: only a process that may fail decodes it.
                is_tried = whole and picture.format != "AVIF"
                return flaw or (_find_decoding_flaw(picture) if is_tried else None)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return Flaw.TOO_MANY_PIXELS
    except Exception:  # noqa: BLE001  # a damaged file makes Pillow raise whatever it likes
        return Flaw.NO_PICTURE


def _find_size_flaw(width: int, height: int) -> Flaw | None:
    if width * height > MOST_PIXELS:
        return Flaw.TOO_MANY_PIXELS
    return None if is_showable_shape(width, height) else Flaw.ODD_SHAPE


def _find_decoding_flaw(picture: Image.Image) -> Flaw | None:
    try:
        # A JPEG decodes smaller, and cheaper, where that is all that is wanted.
        picture.draft(picture.mode, (1, 1))
        picture.load()
    except Exception:  # noqa: BLE001  # as above
        return Flaw.BROKEN
    return None
