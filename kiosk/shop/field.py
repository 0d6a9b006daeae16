"""The field of a pretend card reader: cards put here answer nfcpy's own UDP driver (`nfc.device = "udp:..."`)."""

import contextlib
import socket
import threading
from dataclasses import dataclass

from kiosk.shop.card import PretendCard, Talk

HOST = "127.0.0.1"

_POLLS = {"106A": b"\x26", "212F": bytes.fromhex("0600FFFF0100")}
_DATAGRAM_BYTES = 1024
_STOP_S = 5.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """One datagram of the driver: bit rate and technology, a space, the frame as hex digits."""

    sender: tuple[str, int]
    technology: str
    data: bytes

    @property
    def is_poll(self) -> bool:
        return _POLLS.get(self.technology) == self.data


def find_reader_port() -> int:
    """A free UDP port of the loopback that nfcpy can open.

    Its driver asks the system for the port's number and stumbles where the port has a name in /etc/services, as 60179
    has: one in some thousand of the free ones.
    """
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind((HOST, 0))
            port: int = probe.getsockname()[1]
        if opens_reader(port):
            return port


def opens_reader(port: int) -> bool:
    """Whether nfcpy's driver finds the number of this port, and not the name of a service."""
    _, service = socket.getnameinfo((HOST, port), socket.NI_NUMERICHOST)
    return service.isdigit()


class PretendReaderField:
    """A field on this machine's loopback; `port` 0 takes a free one. Safe to call from any thread.

    The driver waits a second for an answer to each poll. The newest poll is kept while nothing is in the field, and
    answered at once when a card is put into it: a tap is felt within milliseconds, as by a real reader.
    """

    def __init__(self, port: int) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((HOST, port or find_reader_port()))
        self._lock = threading.Lock()
        self._technology = ""
        self._talk: Talk | None = None
        self._parked: _Frame | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="pretend-field", daemon=True)

    @property
    def port(self) -> int:
        """The UDP port that the reader's driver talks to."""
        return int(self._socket.getsockname()[1])

    def start(self) -> None:
        """Begin to listen; once."""
        self._thread.start()

    def stop(self) -> None:
        """Let go of the port."""
        self._stopping.set()
        self._socket.sendto(b"", (HOST, self.port))  # wakes the thread
        self._thread.join(_STOP_S)
        self._socket.close()

    def put(self, card: PretendCard) -> None:
        """Put a card into the field, in place of the one that is there."""
        with self._lock:
            self._technology, self._talk = card.technology, card.begin()
            if self._parked is not None:
                self._answer(self._parked)

    def take_away(self) -> None:
        """Leave the field empty."""
        with self._lock:
            self._talk = None

    def tap(self, card: PretendCard, hold_s: float) -> None:
        """Hold a card into the field for so many seconds."""
        self.put(card)
        self._stopping.wait(hold_s)
        self.take_away()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            data, sender = self._socket.recvfrom(_DATAGRAM_BYTES)
            frame = parse_frame(data, sender)
            if frame is not None:
                with self._lock:
                    self._answer(frame)

    def _answer(self, frame: _Frame) -> None:
        is_heard = self._talk is not None and frame.technology == self._technology
        reply = self._talk(frame.data) if self._talk is not None and is_heard else None
        if reply is not None:
            self._parked = None
            self._socket.sendto(f"{frame.technology} {reply.hex()}".encode(), frame.sender)
        elif frame.is_poll:
            self._parked = frame


def parse_frame(data: bytes, sender: tuple[str, int]) -> _Frame | None:
    """Read a datagram; `None` for `RFOFF` (the reader's field is off) and for anything that is no frame."""
    technology, _, digits = data.partition(b" ")
    with contextlib.suppress(ValueError):  # UnicodeDecodeError is one
        frame = bytes.fromhex(digits.decode("ascii"))
        return _Frame(sender, technology.decode("ascii"), frame) if frame else None
    return None
