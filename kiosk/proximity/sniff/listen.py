"""Listens to a broker for a while, draws what is heard, and at the end says what to set."""

import hmac
from collections.abc import Callable, Iterable
from random import Random
from threading import Event
from time import monotonic
from typing import TextIO

from kiosk.mqtt.address import Address, Options
from kiosk.mqtt.flood_reader import Ears, FloodReader
from kiosk.mqtt.redial import Redial
from kiosk.proximity.sniff.reach import list_reach
from kiosk.proximity.sniff.sniffer import Sniffer
from kiosk.proximity.sniff.view import draw_table, write_settings

_EVERY_S = 1.0
_HOME_AND_CLEAR = "\x1b[H\x1b[J"
_PSEUDONYM_DIGITS = 8


def make_pseudonyms(key: bytes) -> Callable[[str], str]:
    """Names for devices that tell them apart as long as this key is kept, and tell nothing else."""
    return lambda device: "device-" + hmac.digest(key, device.lower().encode(), "sha256").hex()[:_PSEUDONYM_DIGITS]


class Listening:
    """A read-only look at one broker; `show` names the screen to draw on, `label` makes of ids what may be shown."""

    def __init__(
        self, address: Address, client_id: str, topics: Iterable[str], label: Callable[[str], str], show: TextIO
    ) -> None:
        self._sniffer = Sniffer(label)
        self._show = show
        self._state: str | None = "not connected yet"
        ears = Ears(client_id, list_reach(topics), self._sniffer.take, self._note_state)
        self._reader = FloodReader(address, ears, Redial(Random()), monotonic)  # noqa: S311 # chance spreads reconnects

    def run(self, seconds: float | None, ended: Event, broker: Options) -> None:
        """Draw until so many seconds are over (`None`: for ever) or `ended` is set; then write its settings."""
        end = None if seconds is None else monotonic() + seconds
        self._reader.start()
        try:
            while not ended.wait(_EVERY_S if end is None else min(_EVERY_S, max(0.0, end - monotonic()))):
                self._draw()
                if end is not None and monotonic() >= end:
                    break
        finally:
            self._reader.stop()
            self._write(["", "Settings to copy:", "", *write_settings(self._sniffer.list_peers(), broker)])

    def _note_state(self, code: str | None) -> None:
        self._state = code

    def _draw(self) -> None:
        lines = draw_table(self._sniffer.list_rows(), self._sniffer.list_peers(), monotonic())
        if self._show.isatty():
            self._show.write(_HOME_AND_CLEAR)
        self._write([f"broker: {self._state or 'connected'}", *lines])

    def _write(self, lines: list[str]) -> None:
        self._show.write("\n".join(lines) + "\n")
        self._show.flush()
