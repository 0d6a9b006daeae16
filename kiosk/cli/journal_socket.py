"""Speaks with systemd's journal by its own protocol, so that an entry has fields by which it is found."""

import logging
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from kiosk.cli.journal_line import FORMAT, JournalFormatter, tell_priority

SOCKET = Path("/run/systemd/journal/socket")
_FAULTS = "faults"


class JournalHandler(logging.StreamHandler[TextIO]):
    """An entry for each record, with these `fields` beside it; where the journal takes none, a line to the stream.

    A record may name `faults` (`part/code`): whoever asks the journal for one finds when it came and when it went.
    """

    def __init__(self, stream: TextIO, place: Path = SOCKET) -> None:
        super().__init__(stream)
        self.setFormatter(JournalFormatter(FORMAT))
        self.fields: Mapping[str, str] = {}
        self._whole = logging.Formatter(FORMAT)
        self._place = str(place)
        self._speaker = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._speaker.settimeout(0)  # a journal that is behind holds nobody up

    def emit(self, record: logging.LogRecord) -> None:
        """As `logging.Handler`."""
        try:
            self._speaker.sendto(encode_entry(self._list_fields(record)), self._place)
        except OSError:  # nobody there, no room, or longer than a datagram may be
            super().emit(record)

    def close(self) -> None:
        """As `logging.Handler`."""
        self._speaker.close()
        super().close()

    def _list_fields(self, record: logging.LogRecord) -> Iterator[tuple[str, str]]:
        yield "MESSAGE", self._whole.format(record)
        yield "PRIORITY", str(tell_priority(record))
        yield "SYSLOG_IDENTIFIER", "kiosk"
        yield "LOGGER", record.name
        yield from self.fields.items()
        for fault in getattr(record, _FAULTS, ()):
            yield "VITRINE_FAULT", fault


def encode_entry(fields: Iterator[tuple[str, str]]) -> bytes:
    """One datagram; a name may come more than once. Source: systemd's "Native Journal Protocol".

    Each value is preceded by its length, for one that is not would end at its first line's end.
    """
    return b"".join(_encode_field(name.encode(), value.encode(errors="replace")) for name, value in fields)


def _encode_field(name: bytes, value: bytes) -> bytes:
    return b"%b\n%b%b\n" % (name, len(value).to_bytes(8, "little"), value)
