"""Where things stand on the glass, settled once so that no scene has to reckon."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

CodePlace = Literal["beside", "below", "apart"]

TYPE_ROOM = 0.25
"""Of the type's size: what a drawn headline or price leaves free around it, for accents, tails and leaning letters."""


class Plan(Struct, frozen=True):
    """Places in pixels of this glass.

    `window` holds the picture, `calm` what text may stand on, `product` the square that the print of a kept offer
    shows; `sun` is where the disc of the brand's still stands, null where the theme has a still of its own. `head`
    begins with the headline's capitals, which has room for so many `lines` of full size, and `foot` ends with the
    price; both are as wide as their text may be. `code` is the lower edge of the code's card, which reaches left of it
    by `code_pivot` of its width; `code_place` says whether it takes room from the price beside it, from the price above
    it, or none.

    Of the moment of keeping `saved` holds the words, below a tick as wide as `tick`; `claim` ends with the code that
    goes with them, `kept` is the middle of the print, `cut` the size of the picture in it. `stacked`: the words stand
    above or below the print, else as high as it beside it. `captioned`: the code's line stands on its card. `keys`
    holds the two controls of that moment, which are measured by the `unit` as all are; in larger text they are larger
    (`larger_keys`). On glass that can be touched all the rest makes room for them: what begins with `touched_` says
    where it then stands.

    `framed`: the words stand on the theme's ground, else on the picture, whose edges run on over the glass where it
    does not cover it. `plated`: the price stands on a plate of its own. `abreast`: it stands beside the headline. All
    that is the plan of the main zone, `above` and `below` which stand bands of these heights. `type_room` is said to
    QML.
    """

    window: QRect
    calm: QRect
    product: QRectF
    sun: QRectF
    head: QRectF
    foot: QRectF
    code: QPointF
    saved: QRectF
    claim: QRectF
    kept: QPointF
    cut: QSizeF
    tick: float
    unit: float = 0.0
    keys: QRectF = QRectF()
    larger_keys: QRectF = QRectF()
    touched_saved: QRectF = QRectF()
    touched_claim: QRectF = QRectF()
    touched_kept: QPointF = QPointF()
    touched_cut: QSizeF = QSizeF()
    lines: float = 2.0
    code_pivot: float = 1.0
    code_place: CodePlace = "beside"
    centred: bool = False
    stacked: bool = False
    captioned: bool = False
    abreast: bool = False
    framed: bool = True
    plated: bool = False
    above: int = 0
    below: int = 0
    type_room: float = TYPE_ROOM
