"""A pretend scanner: it types a code into the window, letter by letter, as a real one does."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

MUG = "]E04012345000016"
"""The sample shop's mug, as an EAN-13, with the identifier of its symbology (ISO/IEC 15424) before it."""


def type_code(code: str) -> None:
    """Type it and the key that ends it; belongs to the GUI thread."""
    for window in QGuiApplication.topLevelWindows():
        for letter in f"{code}\r":
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(window, press)
