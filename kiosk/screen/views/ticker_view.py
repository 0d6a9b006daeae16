"""The ticker as QML reads it: all its texts, on one line that passes or on lines that stand still in turns."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1

GAP = "\u2003\u00b7\u2003"
PAGE_MS = 8000
"""How long a line stands still that does not pass: twice what it takes to read one aloud."""


@QmlElement
class TickerView(QObject):
    """Holds the texts that run."""

    changed = Signal()
    # As in `StageView`: stands for `constant=True`.
    fixed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()

    def run(self, texts: Sequence[str]) -> None:
        """Run these texts from the next frame on; none: there is nothing to see."""
        self._texts = tuple(texts)
        self.changed.emit()

    @Property(str, notify=changed)
    def belt(self) -> str:
        """All texts on one line, which can follow upon itself."""
        return "".join(text + GAP for text in self._texts)

    @Property(str, notify=changed)
    def pages(self) -> str:
        """Each text on a line of its own."""
        return "\n".join(self._texts)

    @Property(int, notify=fixed)
    def pageMs(self) -> int:  # noqa: N802 # QML's own way of writing names
        """How long a line stands."""
        return PAGE_MS
