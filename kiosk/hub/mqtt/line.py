"""The hub's own line to the broker: what is said on it is known to have arrived there, or not to."""

import logging
from collections.abc import Callable, Iterable, Iterator
from random import Random

from kiosk.hub.mqtt.messages import HEARD, KEPT
from kiosk.mqtt.address import Address
from kiosk.mqtt.link import Handlers, Link

TAKEN_WITHIN_S = 2.0
"""A broker that takes longer than this to take a message is treated as if it were away."""

_log = logging.getLogger(__name__)


class Line:
    """A link at QoS 1 both ways, which says in the log once that it is down and once that it is up again.

    `hear` is called on its thread with each topic and payload, and `when_up` at each connection: what is said from then
    on is said last. `hear_kept` is told what the broker kept from earlier.
    """

    def __init__(
        self,
        address: Address,
        client_id: str,
        hear: Callable[[str, bytes], None],
        when_up: Callable[[], None] = lambda: None,
        hear_kept: Callable[[str, bytes], None] | None = None,
    ) -> None:
        self._address = address
        self._when_up = when_up
        self._complaint = ""
        handlers = Handlers(
            KEPT, sure=HEARD, on_message=hear, on_kept=hear_kept, on_ready=self._on_ready, on_down=self._on_down
        )
        self._link = Link(address, client_id, handlers, Random())  # noqa: S311 - chance spreads reconnects, it keeps no secret

    def start(self) -> None:
        """Begin to dial; returns at once, whether or not there is a broker."""
        self._link.start()

    def stop(self) -> None:
        """Hang up."""
        self._link.stop()

    def is_up(self) -> bool:
        """Whether the broker has let the hub in and the line holds."""
        return self._link.is_up()

    def say(self, topic: str, payload: bytes, *, kept: bool = False) -> bool:
        """Say it, retained where `kept`; whether the broker took it in time.

        Without a line it is not said later, either; what was said and not taken in time may still be taken later.
        """
        return self.is_up() and self._link.publish(topic, payload, kept=kept, sure=True, wait_s=TAKEN_WITHIN_S)

    def keep_all(self, messages: Iterable[tuple[str, bytes]]) -> Iterator[str]:
        """Have the broker keep these; the topics of those that it took in time, until one was not."""
        return self._link.keep_all(messages, TAKEN_WITHIN_S) if self.is_up() else iter(())

    def _on_ready(self) -> None:
        if self._complaint:
            self._complaint = ""
            _log.info("the broker is there again: screens hear the hub")
        self._when_up()

    def _on_down(self, is_refused: bool) -> None:  # noqa: FBT001 - the only thing there is to know
        where = f"{self._address.host}:{self._address.port}"
        complaint = (
            f"the broker at {where} does not let the hub in: look at --broker-user and its password"
            if is_refused
            else f"the broker at {where} cannot be reached: until it is, screens hear of nothing at once"
        )
        if complaint != self._complaint:
            self._complaint = complaint
            _log.warning(complaint)
