"""What a store has to say to everybody at once: plain words that outrank everything else on the glass."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Level(StrEnum):
    """How grave it is, from the least to the most."""

    INFO = "info"
    WARNING = "warning"
    EMERGENCY = "emergency"


_GRAVITY = tuple(Level)


class Bulletin(Struct, frozen=True):
    """`texts` are its words by language (`""`: the same for all); it holds until `until` (aware), or until cleared."""

    texts: dict[str, str]
    level: Level = Level.WARNING
    until: datetime | None = None

    def is_over(self, wall: datetime) -> bool:
        """Whether its time has passed."""
        return self.until is not None and wall >= self.until

    def choose_texts(self, languages: Sequence[str]) -> tuple[str, ...]:
        """The words for a screen that speaks these languages, in their order; all there are where it speaks none."""
        spoken = tuple(self.texts[language] for language in languages if language in self.texts)
        return spoken or tuple(self.texts.values())


class Board(Struct, frozen=True):
    """Where bulletins hang: the store's for all its screens, and this screen's own."""

    store: Bulletin | None = None
    own: Bulletin | None = None

    def choose(self, wall: datetime) -> Bulletin | None:
        """The one to show at this time: the gravest, of equals this screen's own; `None`: nothing is to be said."""
        held = [bulletin for bulletin in (self.own, self.store) if bulletin and not bulletin.is_over(wall)]
        return max(held, key=lambda bulletin: _GRAVITY.index(bulletin.level), default=None)
