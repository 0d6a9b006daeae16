"""The pictures of a pass: the hub's mark as icon and logo, and the offer's own picture behind the price.

Sizes: Apple's Human Interface Guidelines, "Wallet": icon 29 by 29 points, logo at most 160 by 50, and a coupon's strip
375 by 144; `@2x` and `@3x` are for finer glass.
"""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from kiosk.hub.wallet.brand import ACCENT
from kiosk.hub.wallet.mark import draw_mark

_ICON, _LOGO = 29, 50
_STRIP = (375, 144)
_SCALES = {"": 1, "@2x": 2, "@3x": 3}
_STRIP_SCALES = {"@2x": 2, "@3x": 3}
_SHADE = 0.94
"""So much of the brand's colour lies over the strip at its left edge, behind the price, and none at its right."""
_SHADES = [round(255 * _SHADE * (1 - (level / 255) ** 2)) for level in range(256)]
_COLOURS = 256


@lru_cache(maxsize=1)
def draw_marks() -> dict[str, bytes]:
    """Icon and logo in all scales, by file name."""
    sizes = {"icon": _ICON, "logo": _LOGO}
    return {
        f"{name}{mark}.png": _save(draw_mark(side * scale, ground=name == "icon"))
        for name, side in sizes.items()
        for mark, scale in _SCALES.items()
    }


@lru_cache(maxsize=16)
def draw_strips(picture: Path) -> dict[str, bytes]:
    """The strip in both scales, by file name; nothing where the picture cannot be read.

    A picture file of the hub never changes, so its path stands for it.
    """
    try:
        with Image.open(picture) as opened:
            photo = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError):  # what Pillow raises for a damaged one
        return {}
    return {f"strip{mark}.png": _save(_draw_strip(photo, scale)) for mark, scale in _STRIP_SCALES.items()}


def _draw_strip(photo: Image.Image, scale: int) -> Image.Image:
    size = (_STRIP[0] * scale, _STRIP[1] * scale)
    fitted = ImageOps.fit(photo, size, Image.Resampling.LANCZOS)
    shade = Image.linear_gradient("L").rotate(90).resize(size).point(_SHADES)
    shaded = Image.composite(Image.new("RGB", size, ACCENT), fitted, shade)
    # Pillow dithers between colours that are given alone.
    return shaded.quantize(palette=shaded.quantize(_COLOURS), dither=Image.Dither.FLOYDSTEINBERG)


def _save(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
