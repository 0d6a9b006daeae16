"""The real screen, whose loop is in a hurry, and says now and then what it holds.

`python -m kiosk.bench.enduring_screen CHANGES`: each change waits for the frame that shows it, and no longer.
"""

import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView

from kiosk import settings
from kiosk.bench.counting import count_holding
from kiosk.bench.hurried_loop import make_mixed_loop, play_hurried
from kiosk.contract.offer import MediaRef
from kiosk.core.glass.scene import Scene
from kiosk.core.rules import Rules
from kiosk.places import find_shipped
from kiosk.screen.display.application import make_application
from kiosk.screen.place import Place
from kiosk.screen.screen import Ports, Screen
from kiosk.theming.shelf import find_theme

SIZE = "640x360"
PICTURES = 200
"""More than the screen keeps decoded at this size: each is decoded anew whenever its turn comes."""

LOOKS = 100
RULES = Rules("bench", "bench", frozenset({"bench"}), ("de", "en"), ZoneInfo("UTC"), 6, 45, 4, 15, 600, 5)


class Pictures:
    """The shipped pictures again and again, each time as another file."""

    def __init__(self) -> None:
        self._files = sorted((find_shipped("assets") / "pictures").glob("*-landscape.webp"))

    def list_refs(self) -> list[MediaRef]:
        """So many as the loop has."""
        return [MediaRef("picture", f"{number:064x}", 1) for number in range(PICTURES)]

    def find_file(self, ref: MediaRef) -> Path:
        """Where it lies."""
        return self._files[int(ref.sha256, 16) % len(self._files)]


class Hurry:
    """Shows one scene after the other on a real window."""

    def __init__(self, application: QGuiApplication, find_file: Callable[[MediaRef], Path]) -> None:
        self._application = application
        self._seen = 0
        display = settings.Display(fullscreen=False, size=SIZE)
        theme = find_theme(settings.Theme()).theme
        self.screen = Screen(display, theme, Place(), Ports(find_file, self._note))
        self.screen.show(fullscreen=False)
        self.views = [view for view in application.topLevelWindows() if isinstance(view, QQuickView)]

    def show(self, scene: Scene) -> None:
        """Have it on the glass: return once its first frame was swapped."""
        generation = self.screen.stage.show(scene)
        self.wait_until(lambda: self._seen >= generation)

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Let the window live until then."""
        while not is_so():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _note(self, generation: int, _at: float) -> None:
        self._seen = generation


def main(arguments: list[str]) -> int:
    """Play so many changes."""
    changes = int(arguments[0])
    application = make_application(settings.Display(fullscreen=False))
    pictures = Pictures()
    hurry = Hurry(application, pictures.find_file)
    scenes = play_hurried(make_mixed_loop(pictures.list_refs()), RULES)
    for change, scene in enumerate(islice(scenes, changes), start=1):
        hurry.show(scene)
        if change % max(1, changes // LOOKS) == 0:
            sys.stdout.buffer.write(msgspec.json.encode(count_holding(change, hurry.views)) + b"\n")
            sys.stdout.buffer.flush()
    hurry.screen.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
