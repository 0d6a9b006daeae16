"""Remembers who is there by a gateway's mere word: while the line is down nobody can take such a word back."""

from msgspec.structs import replace

from kiosk.proximity.sighting import GONE_M, Sighting
from kiosk.proximity.trace import is_state


class Stated:
    """Who was said to be there without any measure, which is said once and holds until it is taken back."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, str], Sighting] = {}

    def note(self, sighting: Sighting) -> None:
        """The latest of this shopper in this zone; that her device is in reach takes no word back."""
        if sighting.in_reach:
            return
        place = sighting.shopper, sighting.zone
        self._words.pop(place, None)
        if sighting.kind == "seen" and is_state(sighting):
            self._words[place] = sighting

    def take_back(self, heard_at: float) -> list[Sighting]:
        """All of them as having left at this monotonic time, in seconds; they are forgotten."""
        words, self._words = self._words, {}
        return [replace(word, kind="left", distance_m=GONE_M, heard_at=heard_at) for word in words.values()]
