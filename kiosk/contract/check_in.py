"""A check-in: a card at a door or at the pick-up desk, as it is sent to the loyalty API."""

from datetime import datetime

from msgspec import Struct

from kiosk.contract.credential import Credential
from kiosk.contract.offer import Id


class CheckIn(Struct, frozen=True):
    """The body of `POST /v1/check-ins`; it goes beyond the published contract. `id` is made at the tap."""

    id: Id
    store: str
    screen: str
    credential: Credential
    tapped_at: datetime
    language: str
