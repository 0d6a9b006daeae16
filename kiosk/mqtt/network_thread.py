"""paho's own thread, as who watches over all threads of the program sees them."""

from kiosk.mqtt.bounded_client import BoundedClient


class NetworkThread:
    """It tells no beats: a line that is silent paho itself hangs up. See `kiosk.worker.Worker`."""

    patience_s = 60.0
    beats = 0
    is_busy = False

    def __init__(self, name: str, client: BoundedClient) -> None:
        self.name = name
        self._client = client
        self._is_wanted = False

    @property
    def is_dead(self) -> bool:
        """Whether it ended though nobody asked for it."""
        return self._is_wanted and not self._client.is_looping

    def start(self) -> None:
        """Begin to dial, and to serve the line."""
        self._client.loop_start()
        self._is_wanted = True

    def end(self) -> None:
        """Return once it has ended."""
        self._is_wanted = False
        self._client.loop_stop()

    def revive(self) -> None:
        """Begin anew."""
        self._client.loop_start()
