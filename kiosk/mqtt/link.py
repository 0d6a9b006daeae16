"""The line on which screen and hub speak: paho with its pitfalls guarded, for what must be kept, willed or secret."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from random import Random

from msgspec import Struct
from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage
from paho.mqtt.enums import MQTTErrorCode
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from kiosk.mqtt.address import Address
from kiosk.mqtt.bounded_client import BoundedClient
from kiosk.mqtt.network_thread import NetworkThread
from kiosk.mqtt.redial import DIAL_S, Redial

KEEPALIVE_S = 20
MOST_QUEUED = 200
MOST_ON_THE_WAY = 100
"""Of many that the broker is to keep: fewer than are queued, so that there is room for what else is to be said."""

_log = logging.getLogger(__name__)


class Will(Struct, frozen=True):
    """What the broker says for us when the line breaks: retained, at QoS 1."""

    topic: str
    payload: bytes


class Handlers(Struct, frozen=True):
    """What is listened for and whom to tell; all of them are called on the network thread.

    `topics` are heard at QoS 0, `sure` at QoS 1. `make_will` states the last will, anew before each dial, so that its
    content is as fresh as it can be. `on_kept` hears what the broker kept from earlier; `None`: `on_message` does.
    `on_ready` follows `on_up` once the broker granted the topics, and was told again what it had not taken before: what
    is said from then on is said last. `on_down` hears at each dial in vain and each end of the line whether it is that
    the broker does not let us in.
    """

    topics: tuple[str, ...] = ()
    make_will: Callable[[], Will] | None = None
    on_up: Callable[[], None] = lambda: None
    on_message: Callable[[str, bytes], None] = lambda _topic, _payload: None
    sure: tuple[str, ...] = ()
    on_kept: Callable[[str, bytes], None] | None = None
    on_ready: Callable[[], None] = lambda: None
    on_down: Callable[[bool], None] = lambda _is_refused: None


class Link:
    """One paho client on its own thread (`worker`): MQTT 3.1.1, clean session, subscribed anew at every connection."""

    def __init__(self, address: Address, client_id: str, handlers: Handlers, chance: Random) -> None:
        self._address = address
        self._handlers = handlers
        self._redial = Redial(chance)
        self._is_refused = False
        self._stopping = threading.Event()
        self._client = self._make_client(client_id)
        self.worker = NetworkThread(name_thread(client_id), self._client)

    def start(self) -> None:
        """Begin to dial; returns at once, whether or not there is a broker."""
        self._client.connect_async(self._address.host, self._address.port, KEEPALIVE_S)
        self.worker.start()

    def stop(self) -> None:
        """Hang up, so that the last will is not spoken."""
        self._stopping.set()
        self._client.disconnect()
        self.worker.end()
        # paho closes its inner sockets when it is let go of: no circle may keep it until some later collection.
        client = self._client
        client.on_pre_connect = client.on_connect = client.on_connect_fail = client.on_disconnect = None
        client.on_subscribe = client.on_message = None

    def is_up(self) -> bool:
        """Whether the broker has let us in and the line holds."""
        return self._client.is_connected()

    def publish(
        self, topic: str, payload: bytes, *, kept: bool = False, sure: bool = False, wait_s: float = 0.0
    ) -> bool:
        """Say it: QoS 0, QoS 1 where `sure`, or retained at QoS 1 where `kept`.

        Returns whether it was handed over; where `wait_s` is given, whether it left, or was taken, within so many
        seconds. A kept one that was not may still leave at the next connection.
        """
        sent = self._client.publish(topic, payload, qos=1 if kept or sure else 0, retain=kept)
        if sent.rc != MQTTErrorCode.MQTT_ERR_SUCCESS:
            return False
        if wait_s:
            with suppress(RuntimeError):  # the line broke meanwhile
                sent.wait_for_publish(wait_s)
            return sent.is_published()
        return True

    def keep_all(self, messages: Iterable[tuple[str, bytes]], wait_s: float) -> Iterator[str]:
        """Have the broker keep these, many on the way at once; the topics of those that it took, in their order.

        It ends at the first that is not taken within so many seconds; that one may still leave at the next connection.
        """
        remaining = iter(messages)
        while part := list(islice(remaining, MOST_ON_THE_WAY)):
            sent = [(topic, self._client.publish(topic, payload, qos=1, retain=True)) for topic, payload in part]
            for topic, one in sent:
                with suppress(RuntimeError, ValueError):  # the line broke meanwhile; ValueError: before it left
                    one.wait_for_publish(wait_s)
                if one.rc != MQTTErrorCode.MQTT_ERR_SUCCESS or not one.is_published():
                    return
                yield topic

    def _make_client(self, client_id: str) -> BoundedClient:
        address = self._address
        client = BoundedClient(client_id)
        client.connect_timeout = DIAL_S
        client.reconnect_delay_set(0, 0)  # in whole seconds, and alike for all screens: we wait ourselves
        client.max_queued_messages_set(MOST_QUEUED)
        # A raised exception would end the network thread; paho logs it through its own logger, which is off.
        client.suppress_exceptions = True
        if address.tls is not None:
            client.tls_set_context(address.tls)  # pyright: ignore[reportUnknownMemberType] - paho imports ssl in a way that hides its type
        if address.user is not None:
            client.username_pw_set(address.user, address.password)
        client.on_pre_connect = self._on_pre_connect
        client.on_connect = self._on_connect
        client.on_connect_fail = self._on_connect_fail
        client.on_disconnect = self._on_disconnect
        client.on_subscribe = self._on_subscribe
        client.on_message = self._on_message
        return client

    def _on_pre_connect(self, client: Client, _data: object) -> None:
        if self._handlers.make_will is not None:
            will = self._handlers.make_will()
            client.will_set(will.topic, will.payload, qos=1, retain=True)

    def _on_connect(
        self, client: Client, _data: object, _flags: ConnectFlags, code: ReasonCode, _more: Properties | None
    ) -> None:
        self._is_refused = code.is_failure
        if self._is_refused:
            return
        self._redial.reset()
        wanted = [(topic, 0) for topic in self._handlers.topics] + [(topic, 1) for topic in self._handlers.sure]
        if wanted:
            client.subscribe(wanted)
        _guard(self._handlers.on_up)

    def _on_subscribe(
        self, _client: Client, _data: object, _mid: int, _codes: list[ReasonCode], _more: Properties | None
    ) -> None:
        _guard(self._handlers.on_ready)

    def _on_connect_fail(self, _client: Client, _data: object) -> None:
        self._wait(refused=False)

    def _on_disconnect(
        self, _client: Client, _data: object, _flags: DisconnectFlags, _code: ReasonCode, _more: Properties | None
    ) -> None:
        self._wait(refused=self._is_refused)

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        take = (message.retain and self._handlers.on_kept) or self._handlers.on_message
        _guard(lambda: take(message.topic, bytes(message.payload)))

    def _wait(self, *, refused: bool) -> None:
        if not self._stopping.is_set():
            _guard(lambda: self._handlers.on_down(refused))
        self._stopping.wait(self._redial.next_wait(refused=refused))


def name_thread(client_id: str) -> str:
    """By the role of the client, which is the last part of its id."""
    return f"{client_id.rpartition('/')[2]}-line"


def _guard(call: Callable[[], None]) -> None:
    try:
        call()
    except Exception as why:  # noqa: BLE001 - the thread's edge: one message may be lost, the line never
        # Only the type: the text could carry what a stranger sent.
        _log.error("a message was lost: %s", type(why).__name__)
