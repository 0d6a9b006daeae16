"""The dark glass as QML reads it. Its colours are no theme's: a pixel that shall not shine is black."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1

GROUND = "#000000"
INK = "#5c5c5c"
"""As dim as figures of this size may be: 3:1 (WCAG 2.2, 1.4.3)."""


@QmlElement
class NightView(QObject):
    """Says what stands on the dark glass: nothing, or a clock."""

    # As in `StageView`: stands for `constant=True`.
    fixed = Signal()

    def __init__(self, parent: QObject | None = None, *, has_clock: bool = False) -> None:
        super().__init__(parent)
        self._has_clock = has_clock

    @Property(bool, notify=fixed)
    def clock(self) -> bool:
        """Whether the time of day is told."""
        return self._has_clock

    @Property(QColor, notify=fixed)
    def ground(self) -> QColor:
        """The colour of the whole glass."""
        return QColor(GROUND)

    @Property(QColor, notify=fixed)
    def ink(self) -> QColor:
        """The colour of the clock."""
        return QColor(INK)
