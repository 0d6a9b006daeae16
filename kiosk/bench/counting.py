"""Counts what this process holds, from within: nobody else sees the objects of Qt."""

import gc
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtQuick import QQuickView

from kiosk.bench.holding import Holding
from kiosk.bench.process import read_own_memory_kib

_SELF = Path("/proc/self")


def count_holding(changes: int, views: Iterable[QQuickView]) -> Holding:
    """What this process holds, with the objects of these windows; what only waits to be collected does not count."""
    gc.collect()
    # Qt would do so in a loop of its own, which the bench never enters.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    roots: list[QObject] = []
    for view in views:
        roots += [view, view.engine(), view.rootObject()]
    return Holding(
        changes=changes,
        memory_kib=read_own_memory_kib(),
        objects=sum(len(root.findChildren(QObject)) for root in roots),
        threads=len(list((_SELF / "task").iterdir())),
        files=len(list((_SELF / "fd").iterdir())),
    )


def count_types() -> dict[str, int]:
    """How many objects there are of each type that Python's collector knows: numbers and texts it does not."""
    return dict(Counter(f"{kind.__module__}.{kind.__qualname__}" for kind in map(type, gc.get_objects())))
