"""A theme's sheet in a window that keeps up with its files, for whoever works on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QPoint, QProcess, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent, QRasterWindow

SIZE = QSize(1224, 697)
SETTLE_MS = 150
"""Editors save in several steps: look only when the last one is some time ago."""


class PreviewWindow(QRasterWindow):
    """Shows the sheet as large as fits."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = QImage()

    def put_up(self, sheet: QImage) -> None:
        """Show this sheet from now on."""
        self.sheet = sheet
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 # Qt's own name
        """Called by Qt."""
        size = self.sheet.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        whole, place = QRect(QPoint(0, 0), self.size()), QRect(QPoint(0, 0), size)
        place.moveCenter(whole.center())
        painter = QPainter(self)
        painter.fillRect(whole, Qt.GlobalColor.darkGray)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self.sheet)
        painter.end()


class Preview(QObject):
    """Draws the sheet anew whenever a file of the theme was saved, and hands it to `put_up`.

    A process of its own draws it (`command`, which writes to `sheet`): it renders offscreen, and what it says of a
    theme that is refused goes to this one's stderr. The sheet that was put up last then stays.
    """

    drawn = Signal(bool)

    def __init__(self, theme: Path, sheet: Path, command: tuple[str, ...], put_up: Callable[[QImage], None]) -> None:
        super().__init__()
        self._theme = theme
        self._sheet = sheet
        self._command = command
        self._put_up = put_up
        self._is_due = False
        self._watcher = QFileSystemWatcher()
        self._watcher.fileChanged.connect(self._note_change)
        self._watcher.directoryChanged.connect(self._note_change)
        self._timer = QTimer(singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.draw)
        self._process = QProcess()
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.finished.connect(self._finish)

    def draw(self) -> None:
        """Draw the sheet as the files are now; one change while it is drawn, or many, are drawn afterwards."""
        self._watcher.addPaths(self._list_paths())
        self._is_due = self._process.state() is not QProcess.ProcessState.NotRunning
        if not self._is_due:
            self._process.start(self._command[0], list(self._command[1:]))

    def close(self) -> None:
        """Watch no more, and end what is being drawn."""
        self._process.finished.disconnect(self._finish)
        self._process.kill()
        self._process.waitForFinished()

    def _note_change(self, _path: str) -> None:
        self._timer.start()

    def _list_paths(self) -> list[str]:
        """The theme and all in it: a file that an editor replaced must be watched anew."""
        return [str(self._theme), *(str(path) for path in self._theme.rglob("*"))]

    def _finish(self, code: int) -> None:
        if code == 0:
            self._put_up(QImage(str(self._sheet)))
        self.drawn.emit(code == 0)
        if self._is_due:
            self.draw()


def show_preview(theme: Path, sheet: Path, command: tuple[str, ...]) -> int:
    """Show the theme's sheet until its window is closed; returns the exit code. The arguments are `Preview`'s."""
    application = QGuiApplication([theme.name])
    window = PreviewWindow()
    window.setTitle(theme.name)
    window.resize(SIZE)
    window.show()
    preview = Preview(theme, sheet, command, window.put_up)
    preview.draw()
    code = application.exec()
    preview.close()
    return code
