"""What a label shows, drawn at 1:1 in the pure colours of its panel: an edge in grey would be noise on it."""

import io
from functools import cache

from msgspec import Struct
from PIL import Image, ImageDraw, ImageFont

from kiosk.hub.shelf_labels.access_point import Panel
from kiosk.places import find_shipped

WHITE, BLACK, RED = range(3)
PALETTE = ((255, 255, 255), (0, 0, 0), (255, 0, 0))
"""The colours as OpenEPaperLink's `colortable` of such panels has them, by number."""
WIDE = 1.9
"""From so many times as wide as high on, the price stands beside the small print, else above it."""
_STRONG, _PLAIN = "Figtree-SemiBold.ttf", "Figtree-Regular.ttf"
_LEAST = 10
"""Pixels of the smallest type: two millimetres on panels of 120 dots an inch."""
_MOST_FINE = 0.58
"""Of the height below the name: what small print takes at most, where it stands below the price."""
_FEW = 2
"""So many lines of small print stand below the price in any case."""
_DOTS = "…"


class LabelText(Struct, frozen=True):
    """What stands on it, ready to be set; `struck` is the price before, `fine` are lines of small print."""

    title: str
    price: str
    struck: str = ""
    fine: tuple[str, ...] = ()


class Box(Struct, frozen=True):
    """A place in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """How wide it is."""
        return max(1, self.right - self.left)

    @property
    def height(self) -> int:
        """How high it is."""
        return max(1, self.bottom - self.top)


def draw_label(text: LabelText, panel: Panel) -> Image.Image:
    """The picture, of the mode `P`."""
    image = Image.new("P", (panel.width, panel.height), WHITE)
    image.putpalette([value for colour in PALETTE for value in colour])
    draw = ImageDraw.Draw(image)
    draw.fontmode = "1"  # without grey edges
    side = min(panel.width, panel.height)
    margin, small = max(4, side // 24), max(_LEAST, round(side * 0.05) + 5)
    inside = Box(margin, margin, panel.width - margin, panel.height - margin)
    below = _draw_title(draw, text, inside, round(small * 1.5))
    rest = Box(inside.left, below + margin, inside.right, inside.bottom)
    fine, figures, size = _divide(draw, text, rest, small, margin)
    _draw_lines(draw, text, fine, size)
    _draw_price(draw, text.price, figures, RED if text.struck and panel.has_red else BLACK)
    return image


def encode_label(image: Image.Image) -> bytes:
    """As JPEG, so finely that each pixel is nearest to the colour that it was drawn in."""
    target = io.BytesIO()
    image.convert("RGB").save(target, "JPEG", quality=100, subsampling=0)
    return target.getvalue()


@cache
def _find_font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(find_shipped("assets") / "fonts" / name, size)


def _draw_title(draw: ImageDraw.ImageDraw, text: LabelText, place: Box, size: int) -> int:
    """On two lines, or on one where much else must stand below it; where it ends."""
    font, most = _find_font(_STRONG, size), 1 if text.struck and place.width < place.height * WIDE else 2
    lines = _wrap(draw, text.title, font, place.width)
    if len(lines) > most:
        lines = [*lines[: most - 1], _shorten(draw, " ".join(lines[most - 1 :]), font, place.width)]
    for number, line in enumerate(lines):
        draw.text((place.left, place.top + number * _find_leading(size)), line, BLACK, font)
    return place.top + len(lines) * _find_leading(size)


def _divide(draw: ImageDraw.ImageDraw, text: LabelText, rest: Box, small: int, margin: int) -> tuple[Box, Box, int]:
    """Where the small print stands, and where the price; and how large the small print is there."""
    is_long = len(_list_fine(draw, text, rest.width, small)) > _FEW
    if is_long and rest.width > rest.height * WIDE:
        turn = rest.left + round(rest.width * 0.46)
        fine = Box(rest.left, rest.top, turn - margin, rest.bottom)
        size = _fit_fine(draw, text, fine.width, fine.height, small)
        return fine, Box(turn, rest.top, rest.right, rest.bottom), size
    size = _fit_fine(draw, text, rest.width, round(rest.height * _MOST_FINE), small)
    turn = rest.bottom - len(_list_fine(draw, text, rest.width, size)) * _find_leading(size)
    return Box(rest.left, turn, rest.right, rest.bottom), Box(rest.left, rest.top, rest.right, turn - margin), size


def _fit_fine(draw: ImageDraw.ImageDraw, text: LabelText, width: int, height: int, most: int) -> int:
    """The largest type, up to `most`, in which the small print is no higher."""
    sizes = range(most, _LEAST, -1)
    return next(
        (one for one in sizes if len(_list_fine(draw, text, width, one)) * _find_leading(one) <= height), _LEAST
    )


def _draw_lines(draw: ImageDraw.ImageDraw, text: LabelText, place: Box, size: int) -> None:
    """From the bottom up, so that they end where the price does."""
    font, lines = _find_font(_PLAIN, size), _list_fine(draw, text, place.width, size)
    top = place.bottom - len(lines) * _find_leading(size)
    for number, line in enumerate(lines):
        at = (place.left, top + number * _find_leading(size))
        draw.text(at, line, BLACK, font)
        if number == 0 and text.struck:
            left, upper, right, lower = draw.textbbox(at, line, font)
            middle = (upper + lower) // 2
            draw.line((left, middle, right, middle), BLACK, max(1, size // 10))


def _list_fine(draw: ImageDraw.ImageDraw, text: LabelText, width: int, size: int) -> list[str]:
    font = _find_font(_PLAIN, size)
    struck = [text.struck] if text.struck else []
    return struck + [line for fine in text.fine for line in _wrap(draw, fine, font, width)]


def _draw_price(draw: ImageDraw.ImageDraw, price: str, place: Box, ink: int) -> None:
    """As large as it can be, in the right lower corner."""
    sizes = range(max(place.height * 2, _LEAST), _LEAST, -1)
    size = next((one for one in sizes if _fits(draw, price, one, place)), _LEAST)
    font = _find_font(_STRONG, size)
    left, top, right, bottom = draw.textbbox((0, 0), price, font)
    draw.text((place.right - right + min(0, left), place.bottom - bottom - min(0, top)), price, ink, font)


def _fits(draw: ImageDraw.ImageDraw, text: str, size: int, place: Box) -> bool:
    left, top, right, bottom = draw.textbbox((0, 0), text, _find_font(_STRONG, size))
    return right - left <= place.width and bottom - top <= place.height


def _wrap(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and draw.textlength(longer, font) > width:
            lines.append(_shorten(draw, word, font, width))
        else:
            lines[-1] = _shorten(draw, longer, font, width)
    return lines


def _shorten(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if draw.textlength(text, font) <= width:
        return text
    kept = max((end for end in range(len(text)) if draw.textlength(text[:end] + _DOTS, font) <= width), default=0)
    return text[:kept].rstrip() + _DOTS


def _find_leading(size: int) -> int:
    return round(size * 1.25)
