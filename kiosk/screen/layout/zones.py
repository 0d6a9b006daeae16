"""How the glass is divided: a band for bar and ticker at an edge or two, and all the rest for the scenes."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt

from kiosk.theming.resolve import is_strip
from kiosk.theming.tokens import Tokens

BAND = 2.0
"""How high a band is, as a multiple of its type's size."""


class Zones(Struct, frozen=True):
    """Pixels of this glass: how high the bands above and below are (0: there is none), and what they leave.

    `measure` is the glass's own shape in the height of `main`. Tokens at that size are smaller by what the bands take,
    on an upright glass, too, whose width is as before: all that stands above each other still has room.
    """

    above: int
    below: int
    main: QSize
    measure: QSize


def join_bands(tokens: Tokens, glass: QSize) -> Tokens:
    """The same tokens, on a strip with one band at most: its height is dear, and between the bar's ends is room."""
    if "none" in {tokens.bar, tokens.ticker} or not is_strip(glass.width(), glass.height()):
        return tokens
    return replace(tokens, ticker=tokens.bar)


def divide_glass(tokens: Tokens, glass: QSize) -> Zones:
    """The zones of a glass of this size, which is the tokens' own."""
    band = round(tokens.label * BAND)
    edges = {tokens.bar, tokens.ticker}
    above, below = (band if edge in edges else 0 for edge in ("top", "bottom"))
    main = QSize(glass.width(), glass.height() - above - below)
    return Zones(above, below, main, glass.scaled(main, Qt.AspectRatioMode.KeepAspectRatio))
