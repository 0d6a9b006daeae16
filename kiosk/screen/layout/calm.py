"""Where text stands on a picture that covers the glass: photographs leave that side calm."""

from PySide6.QtCore import QRect, QSize


def find_calm_side(size: QSize) -> QRect:
    """Where text stands: the left of a landscape picture, the foot of a portrait one."""
    if size.height() > size.width():
        top = round(size.height() * 0.6)
        return QRect(0, top, size.width(), size.height() - top)
    return QRect(0, 0, round(size.width() * 0.45), size.height())
