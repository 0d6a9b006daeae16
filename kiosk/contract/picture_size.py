"""How large and of what shape a picture may be: some that look harmless take all memory once they are shown.

One by a million pixels are few, yet to cover a screen with them is not.
"""

MOST_PIXELS = 16_000_000
"""Of a picture that is to be kept: decoded it takes four bytes each."""

LONGEST_SIDE = 16_384
"""In pixels; displays and their graphics memory end here too."""

LARGEST_RATIO = 8
"""Of the longer side to the shorter one; no display needs more than a strip of 4 to 1."""


def is_showable_shape(width: int, height: int) -> bool:
    """Whether a picture of so many pixels has sides that a screen can scale."""
    shorter, longer = sorted((width, height))
    return shorter > 0 and longer <= min(LONGEST_SIDE, LARGEST_RATIO * shorter)
