"""Loads Qt's binding for Python, and undoes what it does to Python's own `import`."""

import builtins
import importlib

IMPLIED = ("QBrush", "QFontMetrics", "QInputDevice", "QPointingDevice", "QRgba64", "QTextLine")
"""Classes of Qt that no module of the screen names, but that what they call takes, gives or passes on."""


def load_binding() -> None:
    """Call this before anything else imports Qt, and `import` costs afterwards what it costs everywhere.

    PySide puts an `import` of its own in Python's place, which reads the source of every module imported from then on,
    to look for `from __feature__ import ...`, and the standard library keeps all those lines. Nobody here asks for a
    feature; the reading is a sixth of a start, and the lines of all modules are 12 MB. Source:
    PySide's `shibokensupport/feature.py`; it keeps Python's own function as `__orig_import__`.
    """
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def name_implied() -> None:
    """Call this before there is a second thread.

    PySide makes a class when it is first needed, and two threads that need one at once end the process: a picture's
    painter, say, and the window that hears of a mouse.
    """
    gui = importlib.import_module("PySide6.QtGui")
    for name in IMPLIED:
        getattr(gui, name)
