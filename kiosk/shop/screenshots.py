"""Takes a picture of each scene of the demo, once it has come to rest."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.core.glass.scene import Attract, Browsing, Dark, Notice, Offering, Saved, Scanned, Scene

REST_MS = 1500
"""By then the longest motion of a theme is over."""


class Screenshots(QObject):
    """Writes `01-attract.png` and so on into a folder; `grab` writes what is on the glass to a path."""

    def __init__(self, folder: Path, grab: Callable[[Path], None]) -> None:
        super().__init__()
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._grab = grab
        self._taken: list[str] = []
        self._name = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take)

    @property
    def taken(self) -> list[str]:
        """The names of the scenes that were pictured, in order."""
        return self._taken

    def see(self, scene: Scene) -> None:
        """A new scene is on the glass."""
        name = name_scene(scene)
        if name not in self._taken:
            self._name = name
            self._timer.start(REST_MS)

    def _take(self) -> None:
        self._taken.append(self._name)
        self._grab(self._folder / f"{len(self._taken):02d}-{self._name}.png")


def name_scene(scene: Scene) -> str:
    """A file name for what a scene shows."""
    match scene:
        case Attract(item=None):
            return "standby"
        case Attract(item=item):
            return f"attract-{item.id}" if item else "standby"
        case Offering(offer=offer, language=language):
            return f"offering-{offer.id}-{language}"
        case Browsing(offer=offer, language=language):
            return f"browsing-{offer.id}-{language}"
        case Saved(offer=offer, claim_url=url):
            return f"saved-{offer.id}{'-code' if url else ''}"
        case Notice() | Dark() | Scanned():
            return type(scene).__name__.lower()
