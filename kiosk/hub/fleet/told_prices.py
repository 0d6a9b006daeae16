"""What the broker was told of one store's prices, so that only what differs is said."""

from collections.abc import Mapping
from datetime import datetime, timedelta

WHOLE = timedelta(minutes=1)
"""So often all prices are compared, whether or not anything says that one has changed."""


class ToldPrices:
    """Of each price a hash is remembered, which is this process's own: of a chain there are many.

    `beat_at` is when it was said last that they hold.
    """

    def __init__(self) -> None:
        self._hashes: dict[str, int | None] = {}
        self._changed_at: datetime | None = None
        self._compared_at: datetime | None = None
        self._is_whole = False
        self.beat_at: datetime | None = None

    def is_whole(self) -> bool:
        """Whether the broker has taken all of them."""
        return self._is_whole

    def is_due(self, changed_at: datetime | None, now: datetime) -> bool:
        """Whether they must be compared: something changed then, was not taken, or may have slipped through."""
        is_old = self._compared_at is None or not timedelta(0) <= now - self._compared_at < WHOLE
        return is_old or not self._is_whole or changed_at != self._changed_at

    def list_news(self, wanted: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
        """What is to be said, by the article's code: nothing at all where it is sold no more."""
        gone = [(code, b"") for code in self._hashes if code not in wanted]
        return gone + [one for one in wanted.items() if self._hashes.get(one[0]) != hash(one[1])]

    def note_compared(self, changed_at: datetime | None, now: datetime, *, is_whole: bool) -> None:
        """They were compared then, and what differed was said: as a whole, where the broker took it all."""
        self._changed_at, self._compared_at, self._is_whole = changed_at, now, is_whole

    def note_taken(self, code: str, payload: bytes) -> None:
        """The broker keeps this now."""
        if payload:
            self._hashes[code] = hash(payload)
        else:
            del self._hashes[code]

    def note_kept(self, code: str) -> None:
        """The broker keeps something there from earlier, and nobody knows what: unless it was told since."""
        if code not in self._hashes:
            self._hashes[code] = None
            self._is_whole = False
