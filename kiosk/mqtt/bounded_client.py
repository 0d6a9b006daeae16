"""A paho client that no message can fill the memory of: paho itself takes a packet of any size that MQTT has, 256 MB.

What would do as well, and does not: MQTT 5 lets a client name a maximum packet size, but not every broker speaks it,
and none says that it kept something back; and in `on_message` all of it is in memory already, several times over.
"""

from time import monotonic

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from typing_extensions import override

LARGEST_PACKET = 3 << 16
"""Bytes of a packet that are read: a topic, and of the payload always more than the 64 KiB beyond which whoever reads
it refuses it. So what was cut never passes for a whole message, and is still acknowledged, counted and named."""


class BoundedClient(Client):
    """MQTT 3.1.1 with a clean session; of a larger packet the rest is read away, and the line holds."""

    def __init__(self, client_id: str) -> None:
        super().__init__(CallbackAPIVersion.VERSION2, client_id, clean_session=True)
        self._excess = 0

    @property
    def is_looping(self) -> bool:
        """Whether its network thread lives."""
        return self._thread is not None

    @override
    def loop_start(self) -> MQTTErrorCode:
        if not self.is_looping:
            self._reset_sockets(sockpair_only=True)  # those of a thread that died would stay open
        return super().loop_start()

    @override
    def reconnect(self) -> MQTTErrorCode:
        self._excess = 0
        return super().reconnect()

    @override
    def _sock_recv(self, bufsize: int) -> bytes:
        """As paho's, which asks for the whole rest of a packet at once, and so tells how large that is."""
        while self._excess and not self._in_packet["command"]:  # what is taken of the packet was handed over
            passed_over = len(super()._sock_recv(min(self._excess, LARGEST_PACKET)))
            if not passed_over:
                return b""  # the broker hung up
            self._excess -= passed_over
            self._last_bytes_received = monotonic()  # or paho takes a broker for dead that speaks without end
        if bufsize > LARGEST_PACKET:
            self._excess = bufsize - LARGEST_PACKET
            self._in_packet["to_process"] = LARGEST_PACKET
            return super()._sock_recv(LARGEST_PACKET)
        return super()._sock_recv(bufsize)
