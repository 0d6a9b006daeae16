"""What stands on the glass of a real window: its items, found by the QML that draws them."""

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

_BY_QML = "_QML"
"""Stands in the name of each class that QML made; all others live as long as the program."""

LINES = ("Line_", "EvenLine_")
"""What running text is set in."""

CARDS = ("CodeCard", "TapPlace", "KeptCard", "Band_")
"""What stands for all that is written on it."""


def find_window() -> QQuickWindow:
    """The window that is open."""
    windows = [window for window in QGuiApplication.topLevelWindows() if isinstance(window, QQuickWindow)]
    return next(window for window in windows if window.isVisible())


def is_a(item: QQuickItem, kinds: str | tuple[str, ...]) -> bool:
    """Whether one of these draws it."""
    return name_kind(item).startswith(kinds)


def name_kind(item: QQuickItem) -> str:
    """What QML calls it, followed by a number of Qt's.

    The item would keep Python's word for its meta-object beyond that one's own life, and whatever came to lie at that
    address would be taken for a meta-object.
    """
    described = item.metaObject()
    name = described.className()
    if _BY_QML in name:
        shiboken6.invalidate(described)
    return name


def list_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """It and all that can be seen of what it holds; a card stands for what is written on it."""
    yield item
    if not is_a(item, CARDS):
        for child in item.childItems():
            if child.isVisible():
                yield from list_items(child)


def find_items(kinds: str | tuple[str, ...]) -> list[QQuickItem]:
    """All of these that can be seen."""
    return [item for item in list_items(find_window().contentItem()) if is_a(item, kinds)]


def find_places(kinds: str | tuple[str, ...]) -> list[QRectF]:
    """What such items cover of the glass."""
    return [item.mapRectToScene(item.boundingRect()) for item in find_items(kinds)]


def find_zone() -> QRectF:
    """What bands leave of the glass."""
    zone = QRectF(0, 0, find_window().width(), find_window().height())
    for band in find_places("Band_"):
        if band.top() == 0:
            zone.setTop(band.bottom())
        else:
            zone.setBottom(band.top())
    return zone


def list_targets(item: QQuickItem) -> list[QQuickItem]:
    """All controls that are to be seen: they have a path for their sign."""
    if not item.isVisible():
        return []
    own = [item] if item.property("path") and item.property("named") is not None else []
    return own + [target for child in item.childItems() for target in list_targets(child)]
