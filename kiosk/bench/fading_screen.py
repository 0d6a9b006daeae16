"""The real screen, which says each of its frames: `python -m kiosk.bench.fading_screen NAME=VALUE ...`."""

import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.app.launch import run_screen
from kiosk.app.observer import Observer
from kiosk.bench.frames_told import tell_frames
from kiosk.bench.leash import end_with_input
from kiosk.core.glass.scene import Scene
from kiosk.settings.file import read_settings


class Watcher:
    """Waits for the first scene, because there is no window before it."""

    def __init__(self) -> None:
        self._watches = False

    def see(self, _scene: Scene) -> None:
        """Tell the frames from the first scene on."""
        if self._watches:
            return
        self._watches = True
        for window in QGuiApplication.topLevelWindows():
            if isinstance(window, QQuickWindow):
                tell_frames(window)


def main(overrides: list[str]) -> int:
    """Show the loop until the bench is done."""
    end_with_input()
    return run_screen(read_settings(None, {}, overrides), Observer(on_seen=Watcher().see))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
