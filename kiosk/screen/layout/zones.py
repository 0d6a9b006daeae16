"""How the glass is divided: a band for bar and ticker at an edge or two, and all the rest for the scenes."""

from msgspec import Struct
from PySide6.QtCore import QSize

from kiosk.theming.tokens import Tokens

BAND = 2.0
"""How high a band is, as a multiple of its type's size."""


class Zones(Struct, frozen=True):
    """Pixels of this glass: how high the bands above and below are (0: there is none), and what they leave."""

    above: int
    below: int
    main: QSize


def divide_glass(tokens: Tokens, glass: QSize) -> Zones:
    """The zones of a glass of this size, which is the tokens' own."""
    band = round(tokens.label * BAND)
    edges = {tokens.bar, tokens.ticker}
    above, below = (band if edge in edges else 0 for edge in ("top", "bottom"))
    return Zones(above, below, QSize(glass.width(), glass.height() - above - below))
