"""The arrangements on glass that is wider than high."""

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF

from kiosk.screen.layout.calm import find_calm_side
from kiosk.screen.layout.canvas import Canvas, frame, pool, span
from kiosk.screen.layout.plan import Plan

PRODUCT_X = 0.73
"""The middle of what is not calm in a picture, as a share of its width."""

ABREAST = 1.8
"""From so many widths of the code on, a price and the code stand beside each other."""

NARROW_LINES = 1.5
"""Between a picture above and a price below there is room for one line of headline, or for two smaller ones."""


def lie(canvas: Canvas) -> Plan:
    """The theme's arrangement, with the code below the price where the words are too narrow for both."""
    plan = LYING[canvas.tokens.arrangement](canvas)
    if plan.code_place == "apart" or plan.foot.width() >= canvas.tokens.code * ABREAST:
        return plan
    return replace(plan, code=plan.foot.bottomLeft(), code_pivot=0.0, code_place="below")


def _lie_left(canvas: Canvas) -> Plan:
    width, height, margin, column = canvas.width, canvas.height, canvas.tokens.margin, canvas.column
    print_side = canvas.tokens.kept + canvas.tokens.step * 12
    saved = span(margin, margin, min(margin + column, width * PRODUCT_X - print_side / 2), height - margin)
    return Plan(
        window=QRect(0, 0, width, height),
        calm=find_calm_side(canvas.size),
        product=QRectF(width - height, 0, height, height),
        sun=span(width * PRODUCT_X - height / 2, 0, width * PRODUCT_X + height / 2, height),
        head=span(canvas.start, margin, column, height - margin),
        foot=span(margin, margin, column, height - margin),
        code=QPointF(column, height - margin),
        saved=saved,
        claim=saved,
        kept_x=width * PRODUCT_X,
        framed=False,
    )


def _lie_right(canvas: Canvas) -> Plan:
    width, height, margin, middle = canvas.width, canvas.height, canvas.tokens.margin, canvas.width - canvas.column
    words = span(middle + margin / 2, margin, width - margin, height - margin)
    end = canvas.end - canvas.tokens.step * 3 if canvas.side == "right" else words.right()
    plan = frame(_lie_left(canvas), span(canvas.start, margin, middle - margin / 2, height - margin))
    return replace(
        plan,
        head=span(words.left(), margin, end, height - margin),
        foot=words,
        code=words.bottomRight(),
        saved=words,
        claim=words,
        kept_x=middle / 2,
    )


def _lie_centred(canvas: Canvas) -> Plan:
    words = _find_middle(canvas)
    x = canvas.tokens.margin + canvas.tokens.code / 2
    return replace(
        frame(_lie_left(canvas), pool(canvas.width / 2, canvas.height * 0.53 - canvas.lift)),
        head=words,
        foot=words,
        lines=NARROW_LINES,
        code=QPointF(canvas.width - x if canvas.side == "left" else x, canvas.bottom),
        code_pivot=0.5,
        code_place="apart",
        centred=True,
    )


def _find_middle(canvas: Canvas) -> QRectF:
    """Where words stand under the picture; where that is too narrow, in all that the code leaves."""
    margin, code = canvas.tokens.margin, canvas.tokens.code
    side = margin + code + canvas.tokens.step * 10
    left = right = side
    if canvas.width - side * 2 < code:
        left, right = (margin, side) if canvas.side == "left" else (side, margin)
    return span(left, canvas.height * 0.545 - canvas.lift, canvas.width - right, canvas.bottom)


def _lie_poster(canvas: Canvas) -> Plan:
    width, height, margin, column = canvas.width, canvas.height, canvas.tokens.margin, canvas.column
    strip = canvas.tokens.code + canvas.tokens.step * 8  # for what the hand needs: the tap hint, the code
    return replace(
        frame(_lie_left(canvas), span(column, 0, width - strip, height)),
        head=span(canvas.start, margin, column - margin / 2, height - margin),
        foot=span(margin, margin, column - margin / 2, height - margin),
        code=QPointF(width - strip / 2, height - margin),
        code_pivot=0.5,
        code_place="apart",
    )


LYING = {"left": _lie_left, "right": _lie_right, "centred": _lie_centred, "poster": _lie_poster}
