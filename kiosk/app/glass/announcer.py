"""Holds what is to be said of a scene until the frame that shows it was swapped: pixels count, not intentions."""

from collections.abc import Callable

from kiosk.core.effects import Announcement, AnnounceShown
from kiosk.core.glass.scene import Scene


class Announcer:
    """Stands between the conductor and the glass; used on the GUI thread alone.

    `show` puts a scene on the glass and gives the number of that showing; `say` takes an announcement and the
    monotonic time (seconds) at which its frame was swapped.
    """

    def __init__(self, show: Callable[[Scene], int], say: Callable[[Announcement, float], None]) -> None:
        self._show = show
        self._say = say
        self._asked = 0
        self._presented = 0
        self._presented_at = 0.0
        self._waiting: list[tuple[int, Callable[[float], None]]] = []

    def show(self, scene: Scene) -> None:
        """Put a scene on the glass."""
        self._asked = self._show(scene)

    def announce(self, announcement: Announcement) -> None:
        """Say this once the scene shown last was seen; at once if it was already."""
        since = _since(announcement)
        self._await(lambda swapped_at: self._say(announcement, max(swapped_at, since)))

    def do_after(self, work: Callable[[], None]) -> None:
        """Do what would only keep the frame waiting once the scene shown last was seen; at once if it was already."""
        self._await(lambda _swapped_at: work())

    def _await(self, act: Callable[[float], None]) -> None:
        self._waiting.append((self._asked, act))
        self._release()

    def note_presented(self, showing: int, swapped_at: float) -> None:
        """The frame that first contains this showing, and so all before it, was swapped at that monotonic time."""
        self._presented, self._presented_at = showing, swapped_at
        self._release()

    def _release(self) -> None:
        due = [act for showing, act in self._waiting if showing <= self._presented]
        self._waiting = [(showing, act) for showing, act in self._waiting if showing > self._presented]
        for act in due:
            act(self._presented_at)


def _since(announcement: Announcement) -> float:
    return announcement.heard_at if isinstance(announcement, AnnounceShown) else announcement.felt_at
