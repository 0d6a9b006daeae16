"""Where the two controls of the moment of keeping stand, and what canvas they leave for all else."""

from msgspec.structs import replace
from PySide6.QtCore import QRectF

from kiosk.screen.layout.canvas import Canvas, span
from kiosk.theming.resolve import is_strip

ZOOM = 1.5
"""How much larger larger text is, and these controls with it."""

WIDTH, HEIGHT, GAP = 36, 13, 2
"""Of each of them, and between the two, in the units of the canvas."""


def place_keys(canvas: Canvas, zoom: float) -> QRectF:
    """Side by side at the foot, or where there is a side to spare; on a strip, whose height is dear, at its end."""
    if is_strip(canvas.width, canvas.height):
        return _stack_at_end(canvas)
    if _has_free_side(canvas):
        return _stack_beside(canvas, zoom)
    return _stand_at_foot(canvas, zoom)


def leave_room(canvas: Canvas) -> Canvas:
    """What they leave, as large as they become: nothing else moves once somebody wants larger text."""
    if is_strip(canvas.width, canvas.height) or _has_free_side(canvas):
        return canvas
    foot = canvas.unit * (HEIGHT * ZOOM + GAP * 3)
    return replace(canvas, height=round(canvas.height - foot), foot=foot)


def measure_column(canvas: Canvas) -> float:
    """How wide they are one above the other at an end, with the air beside them."""
    return canvas.unit * WIDTH * ZOOM + canvas.tokens.margin


def _stack_at_end(canvas: Canvas) -> QRectF:
    left = canvas.width - measure_column(canvas)
    tall = _measure_stack(canvas, ZOOM)
    return QRectF(left, (canvas.height - tall) / 2, canvas.width - canvas.tokens.margin - left, tall)


def _has_free_side(canvas: Canvas) -> bool:
    """Whether words stand in the middle, with the code at one side of them only."""
    return canvas.tokens.arrangement == "centred" and canvas.width > canvas.height


def _stack_beside(canvas: Canvas, zoom: float) -> QRectF:
    margin, tall = canvas.tokens.margin, _measure_stack(canvas, zoom)
    wide = min(canvas.tokens.code, canvas.unit * WIDTH * zoom)
    left = margin if canvas.side == "left" else canvas.width - margin - wide
    return QRectF(left, canvas.bottom - tall, wide, tall)


def _measure_stack(canvas: Canvas, zoom: float) -> float:
    return canvas.unit * (HEIGHT * 2 * zoom + GAP)


def _stand_at_foot(canvas: Canvas, zoom: float) -> QRectF:
    """No wider than what stands above them at that side of a lying glass; on an upright one always as wide as it."""
    margin, gap, lies = canvas.tokens.margin, canvas.unit * GAP, canvas.width > canvas.height
    room = canvas.width - margin * 2 - (canvas.column - margin / 2 if lies else 0)
    width = min(room, canvas.unit * WIDTH * 2 * zoom + gap) if lies else room
    right, bottom = canvas.width - margin, canvas.height - gap * 2
    return span(right - width, bottom - canvas.unit * HEIGHT * zoom, right, bottom)
