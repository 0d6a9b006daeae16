"""The arrangements on glass that is wider than high."""

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from kiosk.screen.layout.calm import find_calm_side
from kiosk.screen.layout.canvas import TICK, Canvas, frame, pool, span
from kiosk.screen.layout.plan import Plan

LYING_SHAPE = 9 / 16
"""How high a picture is that was made for lying glass, as a share of its width."""

PRODUCT_X = 0.73
"""The middle of what is not calm in a picture, as a share of its width."""

SUN_X = 0.64
"""Nearer to the middle: a disc stands clear of the reader's tab."""

SUN = 0.92
"""How wide its place is, as a share of the height of what a lying picture needs."""

ABREAST = 2.2
"""From so many widths of the code on, a price and the code stand beside each other."""

TOLD = 1.9
"""From so many widths of the code on, there is room for a line of text beside it."""

POOL_FOOT = 0.46
"""Where a picture in the middle ends and words begin, as a share of the height."""

CENTRED_LINES = 1.8
"""Between a picture above and a price below is room for a line of headline, or for two that are hardly smaller."""

RAIL = 1.1
"""How wide a code's card is in a poster's rail, in the code's least side: its modules are whole pixels."""

POSTER_TICK = 3.4
"""As `TICK`: beside a rail for the code the words have all of their column."""


def lie(canvas: Canvas) -> Plan:
    """The theme's arrangement, with the code below the price where the words are too narrow for both."""
    plan = _caption_narrow(canvas, LYING[canvas.tokens.arrangement](canvas))
    if plan.code_place == "apart" or plan.foot.width() >= canvas.tokens.code * ABREAST:
        return plan
    return replace(plan, code=plan.foot.bottomLeft(), code_pivot=0.0, code_place="below")


def _caption_narrow(canvas: Canvas, plan: Plan) -> Plan:
    """The code of the moment of keeping with its line on its card where there is no room for that beside it."""
    if plan.captioned or plan.claim.width() >= canvas.tokens.code * TOLD:
        return plan
    claim = QRectF(plan.claim.topLeft(), QSizeF(canvas.tokens.code * RAIL, plan.claim.height()))
    return replace(plan, claim=claim, captioned=True)


def _lie_left(canvas: Canvas) -> Plan:
    width, height, margin, column = canvas.width, canvas.height, canvas.tokens.margin, canvas.column
    print_side = canvas.cut + canvas.tokens.step * 12
    saved = span(margin, margin, min(margin + column, width * PRODUCT_X - print_side / 2), height - margin)
    low = min(height, width * LYING_SHAPE)
    sun = low * SUN / 2
    return Plan(
        window=QRect(0, 0, width, height),
        calm=find_calm_side(canvas.size),
        product=QRectF(width - low, (height - low) / 2, low, low),
        sun=span(width * SUN_X - sun, 0, width * SUN_X + sun, height),
        head=span(canvas.start, margin, column, height - margin),
        foot=span(margin, margin, column, height - margin),
        code=QPointF(column, height - margin),
        saved=saved,
        claim=saved,
        kept=QPointF(width * PRODUCT_X, height / 2),
        cut=QSizeF(canvas.cut, canvas.cut),
        tick=canvas.tokens.headline * TICK,
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
        kept=QPointF(middle / 2, height / 2),
    )


def _lie_centred(canvas: Canvas) -> Plan:
    words, margin, code = _find_middle(canvas), canvas.tokens.margin, canvas.tokens.code
    x = canvas.width - margin - code / 2 if canvas.side == "left" else margin + code / 2
    below = canvas.bottom - canvas.keeping  # the words of keeping, below the print
    side = min(canvas.tokens.kept, below - margin / 2 - canvas.mat - canvas.tokens.step * 4)
    return replace(
        frame(_lie_left(canvas), pool(canvas.width / 2, canvas.height * POOL_FOOT - canvas.lift)),
        head=words,
        foot=words,
        lines=CENTRED_LINES,
        code=QPointF(x, canvas.bottom),
        code_pivot=0.5,
        code_place="apart",
        saved=span(words.left(), below, words.right(), canvas.bottom),
        claim=span(x - code / 2, margin, x + code / 2, canvas.bottom),
        kept=QPointF(canvas.width / 2, margin / 2 + (side + canvas.mat) / 2),
        cut=QSizeF(side, side),
        centred=True,
        stacked=True,
        captioned=True,
    )


def _find_middle(canvas: Canvas) -> QRectF:
    """Where words stand under the picture; where that is too narrow, in all that the code leaves."""
    margin, code = canvas.tokens.margin, canvas.tokens.code
    side = margin + code + canvas.tokens.step * 10
    left = right = side
    if canvas.width - side * 2 < code:
        left, right = (margin, side) if canvas.side == "left" else (side, margin)
    return span(left, canvas.height * (POOL_FOOT + 0.015) - canvas.lift, canvas.width - right, canvas.bottom)


def _lie_poster(canvas: Canvas) -> Plan:
    width, height, margin, column = canvas.width, canvas.height, canvas.tokens.margin, canvas.column
    rail = canvas.tokens.code * RAIL + margin  # for what the hand needs: the tap hint, the code
    picture = span(column, 0, width - rail, height)
    foot = span(margin, margin, column - margin / 2, height - margin)
    side = min(canvas.cut, picture.width() - canvas.tokens.step * 12)
    return replace(
        frame(_lie_left(canvas), picture),
        head=span(canvas.start, margin, column - margin / 2, height - margin),
        foot=foot,
        code=QPointF(width - rail / 2, height - margin),
        code_pivot=0.5,
        code_place="apart",
        saved=foot,
        claim=span(width - rail, margin, width, height - margin),
        kept=QPointF(picture.center().x(), height / 2),
        cut=QSizeF(side, side),
        tick=canvas.tokens.headline * POSTER_TICK,
        captioned=True,
    )


LYING = {"left": _lie_left, "right": _lie_right, "centred": _lie_centred, "poster": _lie_poster}
