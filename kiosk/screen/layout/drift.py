"""Where the picture stands in each minute, so that nothing burns into the panel."""

REACH = 4
"""Pixels that it moves to each side: no eye notices, and the next pixel of a line or a letter has its turn."""

_SIDE = 2 * REACH + 1
_LAST = _SIDE * _SIDE - 1


def find_drift(minute: int) -> tuple[int, int]:
    """How far right and down in this minute (counted from any one on), each at most `REACH`.

    From minute to minute it is one pixel, back and forth over every place that there is.
    """
    step = minute % (2 * _LAST)
    row, column = divmod(min(step, 2 * _LAST - step), _SIDE)
    return (column if row % 2 == 0 else _SIDE - 1 - column) - REACH, row - REACH
