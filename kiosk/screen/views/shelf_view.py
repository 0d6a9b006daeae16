"""The prices of a shelf as QML reads them, article by article: one that changes leaves all others as they stand."""

from collections.abc import Callable, Sequence
from types import MappingProxyType

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement
from typing_extensions import override

from kiosk.screen.text.shelf_card import ShelfCard

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1

PAGE_MS = 10_000
"""How long some of them stand where there are more than the glass has room for."""
_FIRST = Qt.ItemDataRole.UserRole + 1
_READ: MappingProxyType[str, Callable[[ShelfCard], str]] = MappingProxyType(
    {
        "title": lambda card: card.title,
        "before": lambda card: card.price.before,
        "major": lambda card: card.price.major,
        "end": lambda card: card.price.end,
        "price": lambda card: str(card.price),
        "struck": lambda card: card.struck,
        "percent": lambda card: card.percent,
        "lowest": lambda card: card.lowest,
        "unit": lambda card: card.unit,
        "ask": lambda card: card.ask,
    }
)
_ROLES = MappingProxyType({_FIRST + place: name for place, name in enumerate(_READ)})


@QmlElement
class ShelfView(QAbstractListModel):
    """A row for each article."""

    changed = Signal()
    # As in `StageView`: stands for `constant=True`.
    fixed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[ShelfCard, ...] = ()
        self._ink = ""

    def fill(self, cards: Sequence[ShelfCard], ink: str) -> None:
        """Show these from the next frame on, in this colour."""
        self._ink = ink
        before, self._cards = self._cards, tuple(cards)
        if [card.code for card in before] != [card.code for card in cards]:
            self.beginResetModel()
            self.endResetModel()
        for place, (old, new) in enumerate(zip(before, cards, strict=False)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))
        self.changed.emit()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 # Qt's own way
        return 0 if parent.isValid() else len(self._cards)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _FIRST) -> str | None:
        name = _ROLES.get(role)
        return _READ[name](self._cards[index.row()]) if name else None

    @override
    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in _ROLES.items()}

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many articles stand there; 0: the glass is no shelf's."""
        return len(self._cards)

    @Property(QColor, notify=changed)
    def ink(self) -> QColor:
        """The colour of what is written there."""
        return QColor(self._ink)

    @Property(int, notify=fixed)
    def pageMs(self) -> int:  # noqa: N802 # QML's own way of writing names
        """How long a page stands."""
        return PAGE_MS
