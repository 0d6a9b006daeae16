"""Which of the machine's displays the glass fills, and how it comes back to its own once that was away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from kiosk.screen.display.renderer import WITHOUT_DISPLAY
from kiosk.screen.layout.drift import REACH
from kiosk.settings import Display

TellSize = Callable[[QSize | None], None]


def choose_output(names: Sequence[str], wanted: str | None) -> int | None:
    """The place of the display of this name or number (from 1), the first where none is wanted; `None`: not there."""
    if wanted in names:
        return names.index(wanted)
    number = 1 if wanted is None else int(wanted) if wanted.isdecimal() else 0
    return number - 1 if 0 < number <= len(names) else None


def find_output(wanted: str | None) -> QScreen | None:
    """The display of this name or number, if it is there."""
    screens = QGuiApplication.screens()
    place = choose_output([screen.name() for screen in screens], wanted)
    return None if place is None else screens[place]


def has_output() -> bool:
    """Offscreen there is nothing to fill but a square that Qt made up."""
    return QGuiApplication.platformName() != WITHOUT_DISPLAY


def measure_window(display: Display) -> QSize:
    """The size in pixels that the window will have."""
    if display.fullscreen and has_output():
        screen = find_output(display.output) or QGuiApplication.primaryScreen()
        return screen.size()
    width, _, height = display.size.partition("x")
    return QSize(int(width), int(height))


def measure_glass(display: Display, window: QSize) -> QSize:
    """The size in pixels of all that is drawn for a window of this size, as the scenes see it."""
    size = window.transposed() if display.rotation in {90, 270} else window
    return size + QSize(REACH, REACH) * 2 if display.pixel_shift else size


class OutputWatch(QObject):
    """Keeps a window on its display. While that is away, the window is wherever Qt puts it, behind all others.

    `tell` hears the display's size whenever the window comes to fill it, and `None` when the display is not there.
    """

    def __init__(self, window: QWindow, wanted: str | None, tell: TellSize) -> None:
        super().__init__(window)
        self._window = window
        self._wanted = wanted
        self._tell = tell
        self._is_away = False
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._look_soon)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._welcome)
            application.screenRemoved.connect(self._look_soon)

    def fill(self) -> None:
        """Fill the display, if it is there."""
        screen = find_output(self._wanted)
        if screen:
            self._window.setScreen(screen)
            # Without a window manager nobody else would move it there.
            self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
        self._change_place(is_away=screen is None)
        self._tell(screen.size() if screen else None)

    def _change_place(self, *, is_away: bool) -> None:
        """Behind all other windows where the display is another screen's; before them again on its own."""
        if is_away:
            self._window.lower()
        elif self._is_away:
            self._window.raise_()
        self._is_away = is_away

    def _welcome(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._look_soon)
        self._look_soon()

    def _look_soon(self) -> None:
        """Once Qt has moved its windows: it does so after it has told of the change."""
        QTimer.singleShot(0, self, self.fill)
