"""A check-in: who comes to a door, an exit or the pick-up desk, as it is sent to the loyalty API."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.credential import Credential
from kiosk.contract.offer import Id


class CheckIn(Struct, frozen=True):
    """The body of `POST /v1/check-ins`; it goes beyond the published contract. `id` is made at that moment.

    A card was tapped, by its `credential`; or the opted-in `shopper` of this pseudonym came near; or she who made this
    `bookmark` tapped there. What a card says of itself may be good for one message alone, and that was the bookmark.
    """

    id: Id
    store: str
    screen: str
    credential: Credential | None
    tapped_at: datetime
    language: str
    shopper: str | None = None
    bookmark: str | None = None


class CheckInAnswer(Struct, frozen=True):
    """The loyalty API's answer: by which `codes` she is called for what lies ready. At a door there are none.

    `begins`: who came near came in by that, and is to be greeted; `goes`: she goes by that, and is to be bid farewell.
    Of a card neither is told. `offer` is the id of one for everybody that fits what she ordered, to be shown there.
    """

    codes: Annotated[tuple[Annotated[str, Meta(pattern=r"^[0-9A-Z]{2,8}\Z")], ...], Meta(max_length=3)] = ()
    begins: bool = False
    goes: bool = False
    offer: Id | None = None
