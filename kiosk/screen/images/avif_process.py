"""The process that unpacks one AVIF: it may take so much memory and time, and then it is ended."""

import sys
import warnings

from PIL import AvifImagePlugin, Image, ImageOps

from kiosk.contract.picture_size import MOST_PIXELS, is_showable_shape
from kiosk.screen.images.bounded import bind_process

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of address space: twice what a picture of the most pixels takes."""
MOST_SECONDS = 10
"""Of the processor."""


def main() -> None:
    """Write the file that the command line names to standard output, as `kiosk.screen.images.avif` asks for it."""
    bind_process(MOST_MEMORY, MOST_SECONDS)
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # each has memory of its own
    path, width, height = sys.argv[1:]
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    with Image.open(path, formats=("AVIF",)) as picture:
        if picture.width * picture.height > MOST_PIXELS or not is_showable_shape(picture.width, picture.height):
            sys.exit(1)
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    _shrink(upright, int(width), int(height)).save(sys.stdout.buffer, "PPM")


def _shrink(picture: Image.Image, width: int, height: int) -> Image.Image:
    """As small as still covers so many pixels; never larger than it was."""
    factor = max(width / picture.width, height / picture.height)
    if factor >= 1:
        return picture
    size = round(picture.width * factor), round(picture.height * factor)
    return picture.resize(size, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
