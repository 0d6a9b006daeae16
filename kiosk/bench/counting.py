"""Counts what this process holds, from within: nobody else sees the objects of Qt."""

import gc
import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtQuick import QQuickView

from kiosk.bench.holding import Holding

_PAGE_KIB = os.sysconf("SC_PAGE_SIZE") / 1024
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
        # The second figure is the resident pages. Source: proc(5).
        memory_kib=int((_SELF / "statm").read_text().split()[1]) * _PAGE_KIB,
        objects=sum(len(root.findChildren(QObject)) for root in roots),
        threads=len(list((_SELF / "task").iterdir())),
        files=len(list((_SELF / "fd").iterdir())),
    )
