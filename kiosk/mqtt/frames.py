"""MQTT 3.1.1 on the wire, as far as a QoS 0 subscriber needs it.

Source: OASIS MQTT Version 3.1.1, chapters 2 and 3.
"""

from collections.abc import Sequence

from msgspec import Struct

CONNACK, SUBACK, PINGRESP = 2, 9, 13
PINGREQ = b"\xc0\x00"
DISCONNECT = b"\xe0\x00"
LARGEST_FRAME = 65_536
"""Bytes beyond which a message is passed over, and only its topic told, with an empty payload: no gateway sends one and
no memory is spent on it."""

_PUBLISH = 3
_RETAINED = 1
_CONTINUES = 0x80
_LENGTH_BYTES = 4
_TEXT_HEAD = 2
_PLAIN = 0x30
"""The first byte of a message at QoS 0 that is not retained."""
_PLAIN_HEAD = 3
_PLAIN_LENGTH = 1 << 14
"""What two bytes of length can say."""


class MalformedFrame(Exception):
    """The peer broke the protocol: only a new connection can be trusted again."""


class Burst(Struct, frozen=True):
    """What one read brought: the live messages as (topic, payload), and the broker's own answers as (kind, body)."""

    messages: list[tuple[bytes, bytes]] = []
    answers: list[tuple[int, bytes]] = []

    def __repr__(self) -> str:
        """Without what it says of anybody's device."""
        return f"Burst({len(self.messages)} messages)"

    @property
    def latest(self) -> dict[bytes, bytes]:
        """The latest payload by topic."""
        return dict(self.messages)


class FrameCutter:
    """Cuts the stream of one connection into frames; keeps what is incomplete for the next read."""

    def __init__(self) -> None:
        self._rest = b""
        self._skip = 0

    def cut(self, data: bytes) -> Burst:
        """Take the next bytes of the stream. Raises `MalformedFrame`, after which the connection is spent."""
        data = self._rest + self._skip_oversized(data)
        burst = Burst()
        at = 0
        while (frame := _find_frame(data, at := _cut_plain(data, at, burst.messages))) is not None:
            body, end = frame
            # Of an oversized message only the topic is taken: it tells whether anybody may complain of it.
            taken = end if end - body <= LARGEST_FRAME else _find_payload(data, body)
            if taken > len(data):
                break
            _take_frame(data[at], data[body:taken], burst)
            self._skip = max(0, end - len(data))
            end = min(end, len(data))
            at = end
        self._rest = data[at:]
        return burst

    def _skip_oversized(self, data: bytes) -> bytes:
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        return data[skipped:] if skipped else data


def make_connect(client_id: str, keepalive_s: int, user: str | None, password: str | None) -> bytes:
    """The greeting, with a clean session: what was missed while away is stale."""
    flags = 0x02 | (0x80 if user is not None else 0) | (0x40 if password is not None else 0)
    body = _pack_text("MQTT") + bytes((4, flags)) + keepalive_s.to_bytes(2, "big") + _pack_text(client_id)
    for text in (user, password):
        if text is not None:
            body += _pack_text(text)
    return _make_frame(0x10, body)


def make_subscribe(topics: Sequence[str]) -> bytes:
    """Ask for these topics at QoS 0."""
    return _make_frame(0x82, b"\x00\x01" + b"".join(_pack_text(topic) + b"\x00" for topic in topics))


def _cut_plain(data: bytes, at: int, messages: list[tuple[bytes, bytes]]) -> int:
    """Take the run of whole, live, short messages from `at` on; answers where it ends.

    In a storm nearly all are such, and each call that this loop does without is a hundredth of a core.
    """
    while at + _PLAIN_HEAD <= len(data) and data[at] == _PLAIN:
        body, length = at + 2, data[at + 1]
        if length & _CONTINUES:
            body, length = at + 3, length & 0x7F | data[at + 2] << 7
        end, topic = body + length, body + _TEXT_HEAD
        if end > len(data) or length <= _TEXT_HEAD or length >= _PLAIN_LENGTH:
            break
        payload = topic + (data[body] << 8 | data[body + 1])
        if not topic < payload <= end:
            break
        messages.append((data[topic:payload], data[payload:end]))
        at = end
    return at


def _take_frame(head: int, body: bytes, burst: Burst) -> None:
    kind = head >> 4
    if kind != _PUBLISH:
        if kind not in (CONNACK, SUBACK, PINGRESP) or head & 0x0F:
            message = "a frame that no subscriber may be sent"
            raise MalformedFrame(message)
        burst.answers.append((kind, body))
        return
    if head & 0x0E:
        message = "a message above QoS 0, which was not asked for"
        raise MalformedFrame(message)
    length = int.from_bytes(body[:_TEXT_HEAD], "big") + _TEXT_HEAD
    if not _TEXT_HEAD < length <= len(body):
        message = "a message without a whole topic"
        raise MalformedFrame(message)
    # A retained presence message tells of somebody who may have left long ago.
    if not head & _RETAINED:
        burst.messages.append((body[_TEXT_HEAD:length], body[length:]))


def _find_frame(data: bytes, at: int) -> tuple[int, int] | None:
    """Where the body of the frame at `at` begins and ends; `None`: its length is not known yet."""
    length = 0
    for index in range(1, _LENGTH_BYTES + 1):
        if at + index >= len(data):
            return None
        byte = data[at + index]
        length |= (byte & 0x7F) << 7 * (index - 1)
        if not byte & _CONTINUES:
            body = at + index + 1
            return body, body + length
    message = "a length of more than four bytes"
    raise MalformedFrame(message)


def _find_payload(data: bytes, body: int) -> int:
    """Where the payload of a message begins, as far as `data` tells; beyond its end: that is not here yet."""
    return body + _TEXT_HEAD + int.from_bytes(data[body : body + _TEXT_HEAD], "big")


def _make_frame(head: int, body: bytes) -> bytes:
    length, rest = bytearray(), len(body)
    while rest > 0x7F:  # noqa: PLR2004 - seven bits a byte, as the standard packs them
        length.append(rest & 0x7F | _CONTINUES)
        rest >>= 7
    return bytes((head, *length, rest)) + body


def _pack_text(text: str) -> bytes:
    data = text.encode()
    return len(data).to_bytes(2, "big") + data
