"""One scene as QML reads it: typed properties over plain data."""

from msgspec import Struct
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.screen.text.offer_card import OfferCard

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1


NO_OFFER = OfferCard()
BLACK = QColor("black")


class SceneContent(Struct, frozen=True):
    """All that a scene shows; images as addresses of the shelf, empty where there is none."""

    card: OfferCard = NO_OFFER
    headline: str = ""
    figures: str = ""
    bare: bool = False
    sign: str = ""
    code: str = ""
    code_line: str = ""
    ink: QColor = BLACK
    reader: bool = False
    stamps: int = 0
    stamps_of: int = 0
    stamps_line: str = ""
    next_stamp: str = ""
    alone: bool = False
    saying: str = ""
    saying_line: str = ""


@QmlElement
class SceneView(QObject):
    """Holds the content of one scene; `arrived` says that another offer took its place."""

    changed = Signal()
    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content = SceneContent()
        self._card = self._content.card

    def fill(self, content: SceneContent) -> None:
        """Show this content from the next frame on."""
        is_other = content.card != self._card
        self._content, self._card = content, content.card
        self.changed.emit()
        if is_other:
            self.arrived.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """The offer's name."""
        return self._card.title

    @Property(str, notify=changed)
    def headline(self) -> str:
        """The address of the name as a picture, where a scene has it drawn beforehand."""
        return self._content.headline

    @Property(str, notify=changed)
    def figures(self) -> str:
        """The address of the price as a picture, likewise."""
        return self._content.figures

    @Property(str, notify=changed)
    def text(self) -> str:
        """One sentence about it."""
        return self._card.text

    @Property(str, notify=changed)
    def before(self) -> str:
        """The currency where it stands before the figures."""
        return self._card.price.before

    @Property(str, notify=changed)
    def major(self) -> str:
        """The price's whole units with the decimal sign."""
        return self._card.price.major

    @Property(str, notify=changed)
    def minor(self) -> str:
        """What is raised after them: cents, and the currency where it stands there."""
        return self._card.price.end

    @Property(str, notify=changed)
    def struck(self) -> str:
        """The price before the reduction."""
        return self._card.struck

    @Property(str, notify=changed)
    def percent(self) -> str:
        """The reduction in percent."""
        return self._card.percent

    @Property(str, notify=changed)
    def fine(self) -> str:
        """The small print of the price, in lines: the unit price, and what the law asks for beside a reduction."""
        return "\n".join(line for line in (self._card.unit, self._card.lowest) if line)

    @Property(bool, notify=changed)
    def bare(self) -> bool:
        """Whether there is no picture but the brand's still."""
        return self._content.bare

    @Property(str, notify=changed)
    def sign(self) -> str:
        """What the still bears then: `offer`, `article` or `unknown`; empty where it is as it always is."""
        return self._content.sign

    @Property(str, notify=changed)
    def code(self) -> str:
        """The address of the QR code."""
        return self._content.code

    @Property(str, notify=changed)
    def codeLine(self) -> str:  # noqa: N802 # QML's own way of writing names
        """What the code does, where a scene has codes of several kinds."""
        return self._content.code_line

    @Property(QColor, notify=changed)
    def ink(self) -> QColor:
        """The colour of text on this scene's picture."""
        return self._content.ink

    @Property(bool, notify=changed)
    def alone(self) -> bool:
        """Whether nothing is to come below what is said in large type."""
        return self._content.alone

    @Property(bool, notify=changed)
    def reader(self) -> bool:
        """Whether the glass calls for a card at the reader."""
        return self._content.reader

    @Property(str, notify=changed)
    def saying(self) -> str:
        """What is said in large type, of a moment or where no picture speaks; empty where something else does."""
        return self._content.saying

    @Property(str, notify=changed)
    def sayingLine(self) -> str:  # noqa: N802 # QML's own way of writing names
        """The lines below it."""
        return self._content.saying_line

    @Property(int, notify=changed)
    def stamps(self) -> int:
        """How many stamps the shopper's card has."""
        return self._content.stamps

    @Property(int, notify=changed)
    def stampsOf(self) -> int:  # noqa: N802 # QML's own way of writing names
        """How many fill it; 0: no card is shown."""
        return self._content.stamps_of

    @Property(str, notify=changed)
    def stampsLine(self) -> str:  # noqa: N802 # QML's own way of writing names
        """The same in words."""
        return self._content.stamps_line

    @Property(str, notify=changed)
    def nextStamp(self) -> str:  # noqa: N802 # QML's own way of writing names
        """Where the next one waits."""
        return self._content.next_stamp
