"""The sign of a screen that is not let in yet, as QML reads it."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.screen.text.enrolling import Sign

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EnrolmentView(QObject):
    """Holds the sign, and whether it has the glass for itself; belongs to the GUI thread."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign()
        self._alone = True

    def fill(self, sign: Sign) -> None:
        """Show this sign from the next frame on."""
        self._sign = sign
        self.changed.emit()

    def give_room(self, *, alone: bool) -> None:
        """Let it have the whole glass, or a corner of what plays."""
        if alone != self._alone:
            self._alone = alone
            self.changed.emit()

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        """Whether there is a sign at all."""
        return self._sign.title != ""

    @Property(bool, notify=changed)
    def alone(self) -> bool:
        """Whether nothing else plays: the sign is the whole glass."""
        return self._alone

    @Property(str, notify=changed)
    def title(self) -> str:
        """That the screen is new."""
        return self._sign.title

    @Property(str, notify=changed)
    def code(self) -> str:
        """The code; empty until it can be approved."""
        return self._sign.code

    @Property(str, notify=changed)
    def line(self) -> str:
        """What to do with it."""
        return self._sign.line

    @Property(str, notify=changed)
    def where(self) -> str:
        """The address where that is done."""
        return self._sign.where

    @Property(str, notify=changed)
    def aside(self) -> str:
        """The same in another language."""
        return self._sign.aside
