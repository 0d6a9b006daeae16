"""The window itself: nothing around it, nothing that a finger or a key could do to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickView

from kiosk.screen.display.network import LocalAccessFactory

QML = Path(__file__).parent.parent / "qml"


class Key(Protocol):
    """What is used of Qt's key event; to load its own class takes 2 ms, and few screens have keys."""

    def text(self) -> str:
        """What the key writes."""
        ...

    def timestamp(self) -> int:
        """When it was pressed, in milliseconds since whenever."""
        ...

    def isAutoRepeat(self) -> bool:  # noqa: N802  # Qt's own name
        """Whether it is held down, and comes again by itself."""
        ...


class Closing(Protocol):
    """What is used of Qt's close event."""

    def ignore(self) -> None:
        """Do not close."""
        ...


class Window(QQuickView):
    """The window. `on_key` gets the text of each key pressed: only the demo listens.

    `on_stroke` gets it before that with its time, in seconds, and answers whether the key goes no further.

    While it is `held` nothing closes it that comes from outside the program, such as Alt+F4.
    """

    def __init__(self, on_key: Callable[[str], None] | None) -> None:
        super().__init__()
        self.held = False
        self.on_stroke: Callable[[str, float], bool] = lambda _text, _at: False
        self._on_key = on_key
        self._access = LocalAccessFactory()
        self.engine().setNetworkAccessManagerFactory(self._access)
        self.engine().addImportPath(str(QML))
        self.setFlag(Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)

    def keyPressEvent(self, event: Key) -> None:  # noqa: N802  # Qt's own name
        """Called by Qt."""
        if not event.isAutoRepeat() and self.on_stroke(event.text(), event.timestamp() / 1000):
            return
        if self._on_key and event.text():
            self._on_key(event.text())
        super().keyPressEvent(event)  # type: ignore[arg-type]  # it is Qt's own event

    def closeEvent(self, event: Closing) -> None:  # noqa: N802  # Qt's own name
        """Called by Qt."""
        if self.held:
            event.ignore()
        else:
            super().closeEvent(event)  # type: ignore[arg-type]  # it is Qt's own event
