"""What was kept at this screen, as long as a second tap or the loyalty API's answer can ask for it."""

from msgspec import Struct

from kiosk.contract.bookmark import Bookmark
from kiosk.contract.credential import Credential
from kiosk.contract.offer import Offer

MOST_KEPT = 64
"""So many bookmarks are remembered, to answer a second tap by "already kept"."""


class Kept(Struct, frozen=True):
    """A bookmark made at this screen: on its way to disk while `saved` is false. `felt_at` is monotonic seconds."""

    bookmark: Bookmark
    offer: Offer
    felt_at: float
    saved: bool = False
    claim_url: str | None = None


def add_kept(all_kept: tuple[Kept, ...], kept: Kept) -> tuple[Kept, ...]:
    """With this one; the oldest makes room for it."""
    return (*all_kept[1 - MOST_KEPT :], kept)


def change_kept(all_kept: tuple[Kept, ...], changed: Kept) -> tuple[Kept, ...]:
    """With this in the place of what was known of its bookmark."""
    return tuple(changed if kept.bookmark.id == changed.bookmark.id else kept for kept in all_kept)


def find_bookmark(all_kept: tuple[Kept, ...], bookmark_id: str) -> Kept | None:
    """What was kept by this bookmark; `None`: it was none of these."""
    return next((kept for kept in all_kept if kept.bookmark.id == bookmark_id), None)


def find_kept(all_kept: tuple[Kept, ...], credential: Credential, offer_id: str, since: float) -> Kept | None:
    """What this card kept of the offer since that monotonic time, the first of it."""
    return next(
        (
            kept
            for kept in all_kept
            if kept.bookmark.credential == credential and kept.offer.id == offer_id and kept.felt_at >= since
        ),
        None,
    )
