"""The hub's mark as a picture, for what shows no drawing: passes, and phones' home screens."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from kiosk.hub.wallet.brand import ACCENT, MARK_LINE, MARK_SIDE, MARK_STROKE, PAPER

_FINER, _FINEST = 8, 2048
"""The mark is drawn so much larger, but no larger than this, and then made small: Pillow's lines have hard edges."""


@lru_cache(maxsize=8)
def draw_icon(side: int) -> bytes:
    """The mark on the brand's colour, as a PNG."""
    with BytesIO() as file:
        draw_mark(side, ground=True).convert("RGB").save(file, "PNG", optimize=True)
        return file.getvalue()


def draw_mark(side: int, *, ground: bool) -> Image.Image:
    """The mark on the brand's colour, or, for a logo, which lies on it anyway, on nothing."""
    fine = side * min(_FINER, _FINEST // side)
    scale = fine / MARK_SIDE
    mark = Image.new("RGBA", (fine, fine), (*ACCENT, 255 if ground else 0))
    pen = ImageDraw.Draw(mark)
    points = [(x * scale, y * scale) for x, y in MARK_LINE]
    radius = MARK_STROKE * scale / 2
    pen.line(points, fill=(*PAPER, 255), width=round(radius * 2))
    for x, y in points:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(*PAPER, 255))
    return mark.resize((side, side), Image.Resampling.LANCZOS)
