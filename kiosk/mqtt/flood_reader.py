"""Hears the gateways at storm rates: paho spends a whole core on 40,000 messages a second, this a few hundredths.

It does nothing but subscribe at QoS 0 and hand over what each read of the socket brought.
"""

import logging
import socket
import ssl
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from msgspec import Struct

from kiosk.mqtt.address import Address
from kiosk.mqtt.frames import (
    CONNACK,
    DISCONNECT,
    PINGREQ,
    SUBACK,
    Burst,
    FrameCutter,
    MalformedFrame,
    make_connect,
    make_subscribe,
)
from kiosk.mqtt.redial import DIAL_S, Redial
from kiosk.worker import Worker

PING_S = 10.0
KEEPALIVE_S = 20
READ_BYTES = 262_144
HOLD_S = 0.0003
"""In a storm this long is waited after each read: whatever comes meanwhile is one read more, and not one each, for all
of them would take Python's lock from the screen."""
REST_S = 0.006
"""And this long after a read that mattered: the frame that shows it is drawn in peace, and foreign devices can wait."""
STORM_S = REST_S + 0.002
"""Reads that follow each other sooner than that are a storm: no rest may end one."""

_UNREACHABLE = "unreachable"

Answer = TypeVar("Answer")

_log = logging.getLogger(__name__)


class Refused(Exception):
    """The broker does not let this screen in, or not hear these topics."""


class Ears(Struct, frozen=True):
    """What is listened for, and whom to tell; both callables are called on the reader's own thread.

    `on_burst(messages as (topic, payload), heard_at)` with monotonic seconds answers whether any of them mattered;
    `on_state(None)` once the broker has granted the topics, else `on_state(code)` with `unreachable`, `untrusted`,
    `refused` or `malformed`.
    """

    client_id: str
    topics: tuple[str, ...]
    on_burst: Callable[[list[tuple[bytes, bytes]], float], bool]
    on_state: Callable[[str | None], None]


class FloodReader:
    """One subscription on its own thread (`worker`), which comes back by itself whatever happens to the broker."""

    def __init__(self, address: Address, ears: Ears, redial: Redial, clock: Callable[[], float]) -> None:
        self._address = address
        self._ears = ears
        self._redial = redial
        self._clock = clock
        self._stopping = threading.Event()
        self.worker = Worker("presence", self._run)

    def start(self) -> None:
        """Begin to listen; returns at once, whether or not there is a broker."""
        self.worker.start()

    def stop(self) -> None:
        """Stop within a second or, while a broker is being dialled, within `DIAL_S`."""
        self._stopping.set()
        self.worker.end(DIAL_S + 1)

    def _run(self) -> None:
        while self._is_wanted():
            code = self._listen_once()
            if self._is_wanted():
                _guard(partial(self._ears.on_state, code))
                self._stopping.wait(self._redial.next_wait(refused=code != _UNREACHABLE))

    def _is_wanted(self) -> bool:
        self.worker.beat()
        return self.worker.is_mine() and not self._stopping.is_set()

    def _listen_once(self) -> str:
        try:
            with self._dial() as line:
                self._listen(line)
        except ssl.SSLCertVerificationError:
            return "untrusted"
        except OSError:
            return _UNREACHABLE
        except Refused:
            return "refused"
        except MalformedFrame:
            return "malformed"
        return "stopped"

    def _dial(self) -> socket.socket:
        address = self._address
        line = socket.create_connection((address.host, address.port), DIAL_S)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if address.tls is None:
            return line
        try:
            return address.tls.wrap_socket(line, server_hostname=address.host)
        except OSError:
            line.close()
            raise

    def _listen(self, line: socket.socket) -> None:
        address = self._address
        line.sendall(make_connect(self._ears.client_id, KEEPALIVE_S, address.user, address.password))
        # Short waits, so that `stop` is heard without another thread's hand on the socket.
        line.settimeout(0.5)
        cutter = FrameCutter()
        # One for all reads: to ask for so many fresh bytes each time would cost three times as much as to read them.
        buffer = memoryview(bytearray(READ_BYTES))
        heard_at = pinged_at = self._clock()
        while self._is_wanted():
            data = _read(line, buffer)
            now = self._clock()
            if data:
                is_storm = now - heard_at < STORM_S
                heard_at = now
                mattered = self._take(line, cutter.cut(data), now)
                if is_storm:
                    self._stopping.wait(REST_S if mattered else HOLD_S)
            if now - heard_at > 2 * PING_S:
                raise TimeoutError
            if now - pinged_at > PING_S:
                line.sendall(PINGREQ)
                pinged_at = now
        line.sendall(DISCONNECT)

    def _take(self, line: socket.socket, burst: Burst, now: float) -> bool:
        for kind, body in burst.answers:
            self._take_answer(line, kind, body)
        return bool(burst.messages and _guard(partial(self._ears.on_burst, burst.messages, now)))

    def _take_answer(self, line: socket.socket, kind: int, body: bytes) -> None:
        if kind == CONNACK:
            if body[1:] != b"\x00":
                raise Refused
            line.sendall(make_subscribe(self._ears.topics))
        if kind == SUBACK:
            if any(body[2:]):
                raise Refused
            self._redial.reset()
            _guard(partial(self._ears.on_state, None))


def _guard(call: Callable[[], Answer]) -> Answer | None:
    try:
        return call()
    except Exception as why:  # noqa: BLE001 - the thread's edge: one burst may be lost, the reader never
        # Only the type: a traceback or the text could carry ids.
        _log.error("presence could not be handed over: %s", type(why).__name__)
        return None


def _read(line: socket.socket, buffer: memoryview) -> bytes:
    """The next bytes; none: nothing came for a while. Raises `ConnectionError` once the peer hung up."""
    try:
        count = line.recv_into(buffer)
    except TimeoutError:
        return b""
    if not count:
        raise ConnectionResetError
    # A broker under Nagle's rule holds its next bytes until these are acknowledged, which Linux else delays by 40 ms;
    # the option does not last, so it is set anew each time.
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
    return bytes(buffer[:count])
