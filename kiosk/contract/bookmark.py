"""A bookmark: one tap for one offer, as it is kept on disk and sent to the loyalty API."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.credential import Credential
from kiosk.contract.direction import Direction
from kiosk.contract.offer import Id

Url = Annotated[str, Meta(max_length=2000)]


class Bookmark(Struct, frozen=True):
    """The body of `POST /v1/bookmarks`; `id` is a UUIDv7 made at the tap and doubles as Idempotency-Key."""

    id: str
    offer: str
    store: str
    screen: str
    zone: str | None
    impression: str | None
    credential: Credential
    tapped_at: datetime
    language: str


class ConversationRef(Struct, frozen=True):
    """The conversation that a bookmark opened or continued, and where to read it."""

    id: Id
    url: Url


class StampCount(Struct, frozen=True):
    """How many stamps are on the member's card after this tap, of how many that fill it: no department, no name."""

    have: int
    of: int


class BookmarkAnswer(Struct, frozen=True):
    """The loyalty API's answer to a bookmark; `claim_url` is where the shopper's phone carries on.

    `stamps` is for the moment of keeping: absent where the store has no card, or the member does not let it be told.
    So are `way`, to the offer's department, and `next_stamp`, to one that her card still wants.
    """

    id: Id
    member: Annotated[str, Meta(max_length=16)]
    conversation: ConversationRef | None = None
    claim_url: Url | None = None
    stamps: StampCount | None = None
    way: Direction | None = None
    next_stamp: Direction | None = None
