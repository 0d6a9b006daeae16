"""What a decoder's process and the screen say to each other: a kind, a length, and so many bytes."""

import struct
from enum import IntEnum
from socket import MSG_WAITALL, socket

from kiosk.contract.video import VideoFlaw

_HEAD = struct.Struct("!BI")
_LONGEST_CODE = 64


class Kind(IntEnum):
    """What a message is: the decoder says the first four, the screen the last two."""

    FRAME = 1
    """The glass with the video on it: its pixels, four bytes each."""
    ENDED = 2
    """It was played to its end; its last frame stays."""
    REFUSED = 3
    """The code of a `VideoFlaw`."""
    WHOLE = 4
    """Its end decodes as well as its beginning."""
    PLAY = 5
    REPEAT = 6
    """Play it again and again."""


class LineClosed(Exception):
    """The other side is gone, or says what nobody understands."""


def send(line: socket, kind: Kind, content: bytes = b"") -> None:
    """Raises `OSError`."""
    send_head(line, kind, len(content))
    line.sendall(content)


def send_head(line: socket, kind: Kind, length: int) -> None:
    """Begin a message whose content, of so many bytes, follows. Raises `OSError`."""
    line.sendall(_HEAD.pack(kind, length))


def receive_head(line: socket) -> tuple[Kind, int]:
    """The next message's kind, and its length in bytes. Raises `LineClosed`; `OSError` where its time limit passes."""
    head = bytearray(_HEAD.size)
    receive_into(line, memoryview(head))
    kind, length = _HEAD.unpack(head)
    if kind not in list(Kind):
        raise LineClosed
    return Kind(kind), length


def receive_into(line: socket, room: memoryview) -> None:
    """Fill this room, without keeping any other thread waiting. Raises as `receive_head`."""
    while room:
        got = line.recv_into(room, 0, MSG_WAITALL)
        if not got:
            raise LineClosed
        room = room[got:]


def read_refusal(line: socket, length: int) -> VideoFlaw:
    """What a refusal of this length says. Raises as `receive_head`."""
    code = bytearray(min(length, _LONGEST_CODE))
    receive_into(line, memoryview(code))
    try:
        return VideoFlaw(code.decode())
    except ValueError as error:
        raise LineClosed from error
