"""A shopper whom this store may recognise: a pseudonym, hashes, and what she consented to."""

from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.offer import Id
from kiosk.contract.rule import Count, Name, Share

Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]

Interests = Annotated[dict[Name, Share], Meta(max_length=256)]
"""Tastes by kind of goods, each from 0 to 1."""

PROXIMITY = "proximity"
PERSONAL_OFFERS = "personal_offers"


class Shopper(Struct, frozen=True):
    """An opted-in member as the store's screens know her; `key` is a pseudonym, never a name.

    `visits` counts her visits to the store, `interests` are her tastes by kind of goods as the web shop sees them.
    Both go beyond the published contract; `None`: nothing is known of them.
    """

    key: Id
    proximity: tuple[Hash, ...] = ()
    credentials: tuple[Hash, ...] = ()
    segments: frozenset[str] = frozenset()
    language: str | None = None
    consents: frozenset[str] = frozenset()
    visits: Count | None = None
    interests: Interests | None = None
