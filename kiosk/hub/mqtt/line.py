"""The hub's own line to the broker: what is said on it is known to have arrived there, or not to."""

import logging
from collections.abc import Callable
from contextlib import suppress

from paho.mqtt.client import Client, ConnectFlags, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from kiosk.hub.mqtt.broker import Broker
from kiosk.hub.mqtt.messages import HEARD

KEEPALIVE_S = 20
LONGEST_PAUSE_S = 10
TAKEN_WITHIN_S = 2.0
"""A broker that takes longer than this to take a message is treated as if it were away."""

_log = logging.getLogger(__name__)


class Line:
    """One paho client on its own network thread: MQTT 3.1.1, clean session, QoS 1 both ways, dialled without end.

    `hear` is called on that thread with each topic and payload, and `when_up` at each connection, once the broker was
    told again what it had not taken before: what is said from then on is said last.
    """

    def __init__(
        self,
        broker: Broker,
        client_id: str,
        hear: Callable[[str, bytes], None],
        when_up: Callable[[], None] = lambda: None,
    ) -> None:
        self._broker = broker
        self._hear = hear
        self._when_up = when_up
        self._client = self._make_client(client_id)

    def start(self) -> None:
        """Begin to dial; returns at once, whether or not there is a broker."""
        self._client.connect_async(self._broker.host, self._broker.port, KEEPALIVE_S)
        self._client.loop_start()

    def stop(self) -> None:
        """Hang up."""
        self._client.disconnect()
        self._client.loop_stop()
        # paho closes its inner sockets when it is let go of: no circle may keep it until some later collection.
        self._client.on_connect = self._client.on_subscribe = self._client.on_message = None

    def is_up(self) -> bool:
        """Whether the broker has let the hub in and the line holds."""
        return self._client.is_connected()

    def say(self, topic: str, payload: bytes, *, kept: bool = False) -> bool:
        """Say it, retained where `kept`; whether the broker took it in time.

        Without a line it is not said later, either; what was said and not taken in time may still be taken later.
        """
        if not self.is_up():
            return False
        sent = self._client.publish(topic, payload, qos=1, retain=kept)
        if sent.rc != MQTTErrorCode.MQTT_ERR_SUCCESS:
            return False
        with suppress(RuntimeError):  # the line broke meanwhile
            sent.wait_for_publish(TAKEN_WITHIN_S)
        return sent.is_published()

    def _make_client(self, client_id: str) -> Client:
        broker = self._broker
        client = Client(CallbackAPIVersion.VERSION2, client_id, clean_session=True)
        client.reconnect_delay_set(1, LONGEST_PAUSE_S)
        client.suppress_exceptions = True  # a raised one would end the network thread; `_on_message` names them itself
        if broker.tls is not None:
            client.tls_set_context(broker.tls)  # pyright: ignore[reportUnknownMemberType] - paho imports ssl in a way that hides its type
        if broker.user is not None:
            client.username_pw_set(broker.user, broker.password)
        client.on_connect = self._on_connect
        client.on_subscribe = self._on_subscribe
        client.on_message = self._on_message
        return client

    def _on_connect(
        self, client: Client, _data: object, _flags: ConnectFlags, code: ReasonCode, _more: Properties | None
    ) -> None:
        if code.is_failure:
            _log.warning("the broker does not let the hub in: look at --broker-user and its password")
            return
        client.subscribe([(topic, 1) for topic in HEARD])

    def _on_subscribe(
        self, _client: Client, _data: object, _mid: int, _codes: list[ReasonCode], _more: Properties | None
    ) -> None:
        # Not in `_on_connect`, for paho resends only after it.
        self._when_up()

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        try:
            self._hear(message.topic, bytes(message.payload))
        except Exception as error:  # noqa: BLE001 # the thread's edge: one message may be lost, the line never
            _log.error("a message was lost: %s", type(error).__name__)  # its text could repeat what came in
