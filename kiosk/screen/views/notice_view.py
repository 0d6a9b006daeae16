"""A notice as QML reads it. Its colours and type are no theme's: who must be warned may not depend on taste.

Its type is as large as fits. On a 55-inch display two languages of 60 characters each read from 10 m; so does a word or
two for people with low vision. The tests reckon it.
"""

import re
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.core.glass.scene import Notice
from kiosk.core.notice.bulletin import Level
from kiosk.screen.text.hyphens import SOFT_HYPHEN, soften_words
from kiosk.screen.text.numbers import join_numbers
from kiosk.screen.text.prices import NO_BREAK_SPACE

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1

FAMILY = "Figtree"
"""Ships with the program, and has no thin strokes at this weight."""
WEIGHT = 600
BRIEF = 130
"""Letters that read from 10 m, if they get all of the glass; what is longer is read from nearer, and gets margins."""
TERSE = 18
"""Letters of a text that stands on two lines, be they as large as they can; upright, a longer one stacks its words."""

LONGEST_WORD = 24
"""What is longer may be broken, where it has no joint anywhere: one endless word must not make all others tiny."""
_OVERLONG = re.compile(rf"(\w{{{LONGEST_WORD}}})(?=\w)")
_ARTICLE = re.compile(r"\b(der|die|das|den|dem|des|the|an?) (?=\w{2,5}\b)", re.IGNORECASE)
"""An article with a noun that is short enough for both to be no wider than other words: alone it ends no line."""
_BREAK_HERE = rf"\1{SOFT_HYPHEN}"


class Paint(Struct, frozen=True):
    """Colours as `#rrggbb`, at least 7:1 (WCAG 2.2, 1.4.6), and a sign on a shape, for who cannot tell the colours."""

    ground: str
    ink: str
    sign: str
    shape: Literal["disc", "diamond", "square"]


# The safety colours of ISO 3864-4, darkened or lightened until their text reads.
PAINTS = {
    Level.INFO: Paint("#0b3d91", "#ffffff", "i", "disc"),
    Level.WARNING: Paint("#ffcf00", "#000000", "!", "diamond"),
    Level.EMERGENCY: Paint("#a3001b", "#ffffff", "!", "square"),
}


@QmlElement
class NoticeView(QObject):
    """Holds the notice that is on the glass, or was last."""

    changed = Signal()
    # As in `StageView`: stands for `constant=True`.
    fixed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._level = Level.INFO
        self._paint = PAINTS[Level.INFO]

    def fill(self, notice: Notice) -> None:
        """Show this notice from the next frame on."""
        self._texts = tuple(_divide(text) for text in notice.texts)
        self._level = notice.bulletin.level
        self._paint = PAINTS[self._level]
        self.changed.emit()

    @Property(str, notify=changed)
    def text(self) -> str:
        """All its words, one language below the other."""
        return "\n\n".join(self._texts)

    @Property(str, notify=changed)
    def first(self) -> str:
        """Its words in the first of two languages; empty where there are not just two."""
        return self._texts[0] if len(self._texts) == 2 else ""  # noqa: PLR2004 # as the sentence above says

    @Property(str, notify=changed)
    def second(self) -> str:
        """Those in the second one, likewise."""
        return self._texts[1] if len(self._texts) == 2 else ""  # noqa: PLR2004 # as above

    @Property(bool, notify=changed)
    def urgent(self) -> bool:
        """Whether size comes before all else."""
        return self._level is Level.EMERGENCY

    @Property(bool, notify=changed)
    def brief(self) -> bool:
        """Whether it can read from far away."""
        return sum(map(len, self._texts)) <= BRIEF

    @Property(bool, notify=changed)
    def terse(self) -> bool:
        """Whether each language says no more than a word or two."""
        return all(len(text) <= TERSE for text in self._texts)

    @Property(QColor, notify=changed)
    def ground(self) -> QColor:
        """The colour of the whole glass."""
        return QColor(self._paint.ground)

    @Property(QColor, notify=changed)
    def ink(self) -> QColor:
        """The colour of text and sign."""
        return QColor(self._paint.ink)

    @Property(str, notify=changed)
    def sign(self) -> str:
        """One character that tells the level."""
        return self._paint.sign

    @Property(str, notify=changed)
    def shape(self) -> str:
        """What the sign stands on, which tells the level as well: `disc`, `diamond` or `square`."""
        return self._paint.shape

    @Property(str, notify=fixed)
    def family(self) -> str:
        """The typeface."""
        return FAMILY

    @Property(int, notify=fixed)
    def weight(self) -> int:
        """Its weight."""
        return WEIGHT


def _divide(text: str) -> str:
    joined = _ARTICLE.sub(rf"\1{NO_BREAK_SPACE}", join_numbers(text))
    return _OVERLONG.sub(_BREAK_HERE, soften_words(joined, LONGEST_WORD))
