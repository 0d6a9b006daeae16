"""What this room uses of nfcpy and ndeflib, which ship no types: one place that says so."""

from collections.abc import Callable, Iterable
from typing import Protocol


class Target(Protocol):
    """What answered the poll (`nfc.clf.RemoteTarget`); an attribute that does not apply is `None`."""

    brty: str
    sel_res: bytes | None
    sensf_res: bytes | None


class Ndef(Protocol):
    """The NDEF message area of a card (`nfc.tag.Tag.NDEF`); `length` is in bytes."""

    @property
    def length(self) -> int:
        """Of the message, in bytes."""
        ...

    @property
    def octets(self) -> bytes:
        """The message."""
        ...


class Tag(Protocol):
    """An activated card (`nfc.tag.Tag`); every access talks to the card and may raise anything."""

    @property
    def target(self) -> Target | None:
        """What answered the poll; `None` when it left while it was activated."""
        ...

    @property
    def identifier(self) -> bytes:
        """UID, PUPI or IDm."""
        ...

    @property
    def ndef(self) -> Ndef | None:
        """Its NDEF; `None` for "has none" and for "could not be read" alike."""
        ...

    @property
    def is_present(self) -> bool:
        """Whether it still answers."""
        ...


class Driver(Protocol):
    """The part of a reader driver (`nfc.clf.device.Device`) that a card hears; `timeout` is in seconds."""

    def send_cmd_recv_rsp(self, target: Target, data: bytes, timeout: float, /) -> bytes | bytearray | None:
        """Send a frame, return the card's answer."""


class Frontend(Protocol):
    """The reader (`nfc.ContactlessFrontend`)."""

    device: Driver | None

    def connect(self, *, rdwr: dict[str, object], terminate: Callable[[], bool]) -> object:
        """Serve one card: True when it came and left, None when told to end, False when the reader is lost."""

    def close(self) -> None:
        """Let go of the reader."""


class Decoder(Protocol):
    """Turns NDEF octets into records (`ndef.message_decoder`); raises almost anything."""

    def __call__(self, octets: bytes, *, errors: str) -> Iterable[object]:
        """One record after another; `errors` is how strict to be."""
        ...
