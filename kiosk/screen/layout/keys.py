"""Where the two controls of the moment of keeping stand, and what canvas they leave in larger text for all else."""

from msgspec.structs import replace
from PySide6.QtCore import QRectF

from kiosk.screen.layout.canvas import Canvas, span
from kiosk.theming.resolve import is_strip

ZOOM = 1.5
"""How much larger larger text is, and these controls with it."""

WIDTH, HEIGHT, GAP = 36, 13, 2
"""Of each of them, and between the two, in the units of the canvas."""


def place_keys(canvas: Canvas) -> QRectF:
    """Side by side in the lower corner; on a strip, whose height is dear, at its end, as large as in larger text."""
    if is_strip(canvas.width, canvas.height):
        return _stack_at_end(canvas)
    if _has_free_side(canvas):
        return _stack_beside(canvas, 1)
    right, bottom = canvas.width - canvas.tokens.step, canvas.height - canvas.tokens.step
    return span(right - canvas.unit * (WIDTH * 2 + GAP), bottom - canvas.unit * HEIGHT, right, bottom)


def place_larger_keys(canvas: Canvas) -> tuple[QRectF, Canvas]:
    """In larger text: at the foot, or where there is a side to spare; and the canvas that they leave."""
    if is_strip(canvas.width, canvas.height):
        return _stack_at_end(canvas), canvas
    if _has_free_side(canvas):
        return _stack_beside(canvas, ZOOM), canvas
    return _stand_at_foot(canvas)


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


def _stand_at_foot(canvas: Canvas) -> tuple[QRectF, Canvas]:
    """No wider than what stands above them at that side of a lying glass, or than the words on an upright one."""
    margin, gap, tall = canvas.tokens.margin, canvas.unit * GAP, canvas.unit * HEIGHT * ZOOM
    room = canvas.width - margin * 2 - (canvas.column - margin / 2 if canvas.width > canvas.height else 0)
    width = min(room, canvas.unit * WIDTH * 2 * ZOOM + gap)
    right, bottom, foot = canvas.width - margin, canvas.height - gap * 2, tall + gap * 3
    keys = span(right - width, bottom - tall, right, bottom)
    return keys, replace(canvas, height=round(canvas.height - foot), foot=foot)
