"""What members do on their ways, as plain facts: what reached them, that they came, and what they bought."""

from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.hub.models.attribution.campaign import Channel

Source: TypeAlias = Literal["campaign", "screen"]
Place: TypeAlias = Literal["till", "phone", "web"]
PLACES: tuple[Place, ...] = ("till", "phone", "web")
"""Where something is bought: at a till, by her phone in the store, or in the web shop."""


class Origin(Struct, frozen=True, order=True):
    """By what the store reached somebody: a campaign by its code, or a screen by its id."""

    source: Source
    name: str
    channel: Channel


class Contact(Struct, frozen=True):
    """The store reached this person then."""

    person: str
    at: datetime
    origin: Origin


class Presence(Struct, frozen=True):
    """This person was in the store then."""

    person: str
    at: datetime


class Purchase(Struct, frozen=True):
    """Somebody bought for so much; `None`: nobody may know who, so it goes back to nothing."""

    person: str | None
    at: datetime
    place: Place
    amount: Decimal
    currency: str
