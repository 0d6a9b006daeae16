"""What the core orders from the other rooms; each answers, if at all, by a new event."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from kiosk.contract.bookmark import Bookmark

ShownReason = Literal["proximity", "loop", "touch", "notice"]


class TapOutcome(StrEnum):
    """What a tap came to, as the tap topic says it."""

    SAVED = "saved"
    NOTHING_TO_SAVE = "nothing_to_save"
    UNREADABLE = "unreadable"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class SaveBookmark:
    """Write this bookmark to disk; answered by BookmarkSaved or BookmarkFailed."""

    bookmark: Bookmark


@dataclass(frozen=True, slots=True)
class AnnounceShown:
    """Say what is on the glass, once the frame that shows it was swapped.

    `heard_at` is the monotonic arrival of what caused it, in seconds.
    """

    impression: str
    offer: str | None
    item: str | None
    reason: ShownReason
    heard_at: float
    trigger: str | None = None


@dataclass(frozen=True, slots=True)
class AnnounceTap:
    """Say what a tap came to, once the frame that acknowledges it was swapped."""

    bookmark: str | None
    offer: str | None
    outcome: TapOutcome
    felt_at: float


Effect: TypeAlias = SaveBookmark | AnnounceShown | AnnounceTap
