"""Tells from a picture whether the glass shows what people should see, or a console."""

from pathlib import Path

from PIL import Image

_SAMPLE = (160, 90)
FEWEST_COLOURS = 400
"""A console has a few dozen in a picture of this size, and a photograph or an offer thousands."""


def count_colours(file: Path) -> int:
    """Of the picture, made small."""
    with Image.open(file) as picture:
        return len(picture.convert("RGB").resize(_SAMPLE).getcolors(_SAMPLE[0] * _SAMPLE[1]) or ())


def is_vitrine(file: Path) -> bool:
    """Whether it is as rich as a scene."""
    return count_colours(file) >= FEWEST_COLOURS
