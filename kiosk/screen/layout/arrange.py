"""How an arrangement becomes a plan of the glass: left, right, centred or poster; lying, upright or on a strip."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize

from kiosk.screen.layout.canvas import Canvas
from kiosk.screen.layout.keys import ZOOM, leave_room, place_keys
from kiosk.screen.layout.lying import lie
from kiosk.screen.layout.plan import Plan
from kiosk.screen.layout.strip import lay_abreast
from kiosk.screen.layout.upright import stand
from kiosk.theming.resolve import is_strip
from kiosk.theming.tokens import Tokens


def arrange(tokens: Tokens, size: QSize, side: str) -> Plan:
    """The plan of the theme's arrangement on a glass of this size; `side` is the reader's."""
    canvas = Canvas(tokens, size.width(), size.height(), side)
    plan = _choose(canvas)(canvas)
    touched = _choose(canvas)(leave_room(canvas))
    # Beside a window is nothing but ground: one pixel of it tells all that stands behind the words.
    calm = QRect(plan.head.topLeft().toPoint(), QSize(1, 1)) if plan.framed else plan.calm
    return replace(
        plan,
        calm=calm,
        plated=tokens.plate != tokens.ground,
        unit=canvas.unit,
        keys=place_keys(canvas, 1),
        larger_keys=place_keys(canvas, ZOOM),
        touched_saved=touched.saved,
        touched_claim=touched.claim,
        touched_kept=touched.kept,
        touched_cut=touched.cut,
    )


def _choose(canvas: Canvas) -> Callable[[Canvas], Plan]:
    if is_strip(canvas.width, canvas.height):
        return lay_abreast
    return stand if canvas.height > canvas.width else lie
