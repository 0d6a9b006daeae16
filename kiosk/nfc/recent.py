"""Cards seen a moment ago, so that a wobble at the edge of the field is one tap."""

from collections.abc import Callable
from dataclasses import dataclass

NAMELESS = "random"
"""The name of every card whose id is made up at each tap."""
REPEAT_S = 2.0
"""A card seen again within so many seconds of its last sighting is the same tap."""

SETTLE_S = 3.0
"""So many seconds a reader on a busy machine may take, once opened, to find the card that lies on it."""


@dataclass(slots=True)
class _Seen:
    at: float
    weight: int


class Recent:
    """Remembers cards for `REPEAT_S` seconds from their last sighting; times are monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seen: dict[str, _Seen] = {}
        self._latest: _Seen | None = None

    def is_news(self, name: str, weight: int) -> bool:
        """Note a sighting; False for a repeat.

        What weighs more than before is news: a card that could not be read at first, and now can. A nameless card
        of no weight (a torn read) is no news just after any other: it is that one leaving.
        """
        self._forget_old()
        before = self._seen.get(name)
        if name == NAMELESS and weight == 0 and self._was_settled():
            return False
        self._latest = self._seen[name] = _Seen(self._clock(), max(weight, before.weight if before else 0))
        return before is None or weight > before.weight

    def expect(self, name: str, weight: int) -> None:
        """This card may have lain here all the time: for `SETTLE_S + REPEAT_S` seconds it is no news."""
        self._seen[name] = _Seen(self._clock() + SETTLE_S, weight)

    def touch_latest(self) -> None:
        """The card that was seen last has been there until now."""
        if self._latest is not None:
            self._latest.at = self._clock()

    def _was_settled(self) -> bool:
        return any(seen.weight > 0 for seen in self._seen.values())

    def _forget_old(self) -> None:
        since = self._clock() - REPEAT_S
        self._seen = {name: seen for name, seen in self._seen.items() if seen.at > since}
