"""What a decoder's process is to do, as it is told on its command line."""

from typing import Literal

from msgspec import Struct

Mode = Literal["silent", "sound", "examine"]


class Job(Struct, frozen=True):
    """One video of at most so many pixels, in frames of this width and height in pixels.

    `ground` is the colour of what of the glass it leaves free, as `#rrggbb`.
    """

    path: str
    most_pixels: int
    mode: Mode = "silent"
    glass: tuple[int, int] = (1, 1)
    ground: str = "#000000"
