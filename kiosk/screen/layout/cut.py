"""Which part of a picture a window shows, and where its product then stands: the print of a kept offer is cut there."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt

SQUARISH = 1.05
"""A window that is not this much higher than wide shows more of a product from a lying picture."""

MIDDLE = (0.5, 0.5)
PRODUCT = {False: (0.7, 0.5), True: (0.5, 0.41)}
"""By whether a picture is upright: where its product stands, as shares of it. A window cuts around that place."""

SHAPE = {False: QSize(16, 9), True: QSize(9, 16)}
"""Of the pictures that offers are made with, by the same."""


def wants_upright(window: QRect) -> bool:
    """Whether an upright picture fits a window in the ground better."""
    return window.height() > window.width() * SQUARISH


def find_cut(cover: QSize, window: QSize, centre: tuple[float, float]) -> QRect:
    """Which part of a picture that was scaled to cover a window is seen: what lies around `centre`, in shares of it."""
    cut = QRect(QPoint(0, 0), window)
    cut.moveCenter(QPoint(int((cover.width() - 1) * centre[0]), int((cover.height() - 1) * centre[1])))
    cut.moveRight(min(cut.right(), cover.width() - 1))
    cut.moveBottom(min(cut.bottom(), cover.height() - 1))
    cut.moveTopLeft(QPoint(max(cut.left(), 0), max(cut.top(), 0)))
    return cut


def find_product(window: QRect) -> QRectF:
    """The largest square of a window around its product, or as near to that as the window allows."""
    upright = wants_upright(window)
    cover = SHAPE[upright].scaled(window.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    cut = find_cut(cover, window.size(), PRODUCT[upright])
    x, y = PRODUCT[upright]
    side = min(window.width(), window.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(QPointF(cover.width() * x - cut.x(), cover.height() * y - cut.y()))
    square.moveLeft(min(max(square.left(), 0), window.width() - side))
    square.moveTop(min(max(square.top(), 0), window.height() - side))
    return square.translated(window.topLeft())
