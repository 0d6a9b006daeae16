"""QR codes, made before the scene that shows them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from kiosk.screen.images.shelf import Shelf

QUIET_ZONE = 4
"""Modules of ground around a code (ISO/IEC 18004)."""

MOST_CODES = 64

MOST_BYTES = 1000
"""Of UTF-8: beyond this the modules are too fine for a phone at a shop window, long before the standard ends."""

_SCHEMES = ("https://", "http://")
"""A phone that scans a code acts on it: a web address is opened, others would dial, pay or join a network."""


class CodeShelf:
    """QR codes by the name that `name_image` gives them. Safe to use from any thread."""

    def __init__(self, ink: QColor) -> None:
        self._ink = ink
        self._shelf = Shelf(MOST_CODES)

    def make(self, text: str) -> str:
        """Make the code unless it is there; answer its name, empty for a text that no code should carry."""
        if not is_fit_for_code(text):
            return ""
        return self._shelf.make(text, lambda: draw_code(text, self._ink))

    def find(self, name: str) -> QImage | None:
        """The code if it was made."""
        return self._shelf.find(name)


def is_fit_for_code(text: str) -> bool:
    """Whether it is a web address that is short enough to be scanned."""
    return text.lower().startswith(_SCHEMES) and len(text.encode()) <= MOST_BYTES


def draw_code(text: str, ink: QColor) -> QImage:
    """Draw a QR code on nothing, a pixel a module, quiet zone included; whoever shows it makes the pixels larger."""
    from segno import make_qr  # noqa: PLC0415  # the first frame does not need it

    rows = list(make_qr(text, error="m").matrix_iter(border=QUIET_ZONE))
    image = QImage(len(rows), len(rows), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x, y, ink)
    return image
