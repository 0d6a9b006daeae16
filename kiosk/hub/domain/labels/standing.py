"""How a label stands: whether it shows the price, and what somebody must do about it where it does not."""

from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.hub.models.store.shelf_label import ShelfLabel

LATE = timedelta(minutes=10)
"""So long after it was to speak again a label is missed (as `getTagCount` of OpenEPaperLink's `tag_db.cpp` has it)."""
LOW_MV = 2400
"""Below this a battery is to be changed (likewise)."""

State: TypeAlias = Literal["shown", "on_its_way", "late", "silent", "unknown", "not_taken"]
"""What is to be said of a label, those that need somebody last:

- `shown`: it has fetched the picture of today's price
- `on_its_way`: the access point has the picture, and the label is yet to fetch it
- `late`: it should have fetched that by now, and still shows another price
- `silent`: it shows today's price, and has not been heard of since
- `unknown`: the access point has never spoken of it
- `not_taken`: the access point does not take its picture
"""
TROUBLES: tuple[State, ...] = ("not_taken", "unknown", "late", "silent")


class Standing(Struct, frozen=True):
    """How a label stands, and whether its battery is nearly empty."""

    state: State
    is_low: bool

    @property
    def needs_somebody(self) -> bool:
        """Whether somebody must go there."""
        return self.is_low or self.state in TROUBLES


def judge_label(label: ShelfLabel, now: datetime) -> Standing:
    """How it stands now."""
    return Standing(_find_state(label, now), label.battery_mv is not None and label.battery_mv < LOW_MV)


def _find_state(label: ShelfLabel, now: datetime) -> State:
    if label.told_at is None:
        return "unknown"
    if label.reason is not None or label.sent_at is None:
        return "not_taken" if label.tries else "on_its_way"
    is_missed = now - (label.next_at or label.seen_at or label.sent_at) > LATE
    has_fetched = not label.waits and label.seen_at is not None and label.seen_at >= label.sent_at
    if has_fetched:
        return "silent" if is_missed else "shown"
    return "late" if is_missed and now - label.sent_at > LATE else "on_its_way"
