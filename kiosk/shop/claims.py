"""Where the phones of the demo carry on: the addresses that the kept offers came back with."""

import threading

from kiosk.core.glass.scene import Saved, Scene

WAIT_S = 15.0


class Claims:
    """Sees the scenes on one thread and answers on another."""

    def __init__(self) -> None:
        self._addresses: dict[str, str] = {}
        self._news = threading.Condition()

    def see(self, scene: Scene) -> None:
        """A new scene is on the glass."""
        if isinstance(scene, Saved) and scene.claim_url:
            with self._news:
                self._addresses[scene.bookmark] = scene.claim_url
                self._news.notify_all()

    def find(self, bookmark: str) -> str | None:
        """The phone page's address for a bookmark; `None`: it was not delivered in time."""
        with self._news:
            return self._news.wait_for(lambda: self._addresses.get(bookmark), WAIT_S)
