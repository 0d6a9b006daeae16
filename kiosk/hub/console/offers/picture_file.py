"""An uploaded picture becomes a file that a screen can show: decoded within limits, and written anew.

Writing it anew leaves out what a camera noted besides, such as where it stood, and whatever else a file may hide.
Imported late: Pillow is slow to load.
"""

import hashlib
import os
import warnings
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from msgspec import Struct
from PIL import Image, ImageOps

from kiosk.contract.picture_size import MOST_PIXELS, is_showable_shape
from kiosk.hub.console.form.form import Side

FORMATS = ("JPEG", "PNG", "WEBP")
_LONGEST_SIDE = 3840
_QUALITY = 88
_BITS = 12
_ONE_AT_A_TIME = Lock()
"""A decoded picture takes up to 64 MiB."""


class Flaw(StrEnum):
    """Why a picture is refused, by the name of the phrase that says so."""

    NO_PICTURE = "picture_none"
    TOO_MANY_PIXELS = "picture_pixels"
    ODD_SHAPE = "picture_shape"
    NOT_LANDSCAPE = "picture_not_landscape"
    NOT_PORTRAIT = "picture_not_portrait"


class PictureRefused(Exception):
    """No screen could show it here."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


class PictureFile(Struct, frozen=True):
    """A picture as WebP, and the hash of these bytes."""

    content: bytes
    sha256: str

    def save(self, folder: Path, stem: str) -> str:
        """Put it whole into the folder, and say under which name: `stem` and a part of its hash."""
        name = f"{stem}.{self.sha256[:_BITS]}.webp"
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f".{name}.{os.getpid()}"
        draft.write_bytes(self.content)
        draft.replace(folder / name)
        return name


def read_picture(file: BinaryIO, side: Side | None = None) -> PictureFile:
    """The picture, turned as its camera meant it; of this side, where one is named. Raises `PictureRefused`."""
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(file, formats=FORMATS) as picture:
                _check_size(picture.size)
                upright = ImageOps.exif_transpose(picture)
                _check_side(upright.size, side)
                return _write(upright)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise PictureRefused(Flaw.TOO_MANY_PIXELS) from error
        except PictureRefused:
            raise
        except Exception as error:  # a damaged file makes Pillow raise whatever it likes
            raise PictureRefused(Flaw.NO_PICTURE) from error


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MOST_PIXELS:
        raise PictureRefused(Flaw.TOO_MANY_PIXELS)
    if not is_showable_shape(width, height):
        raise PictureRefused(Flaw.ODD_SHAPE)


def _check_side(size: tuple[int, int], side: Side | None) -> None:
    width, height = size
    if side == "landscape" and width < height:
        raise PictureRefused(Flaw.NOT_LANDSCAPE)
    if side == "portrait" and width >= height:
        raise PictureRefused(Flaw.NOT_PORTRAIT)


def _write(picture: Image.Image) -> PictureFile:
    plain = picture.convert("RGB")
    plain.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    target = BytesIO()
    plain.save(target, "WEBP", quality=_QUALITY)
    content = target.getvalue()
    return PictureFile(content, hashlib.sha256(content).hexdigest())
