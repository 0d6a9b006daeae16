"""From where a kept offer is looked for: by one query, for every tap waits for it."""

from typing import Any, TypeAlias

from msgspec import Struct
from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from kiosk.contract.direction import Direction
from kiosk.hub.models.benefits.stamp_card import StampCard
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.prepared import Prepared, Sent
from kiosk.hub.models.screens.screen import Screen
from kiosk.hub.models.store.department import Department

Look: TypeAlias = Sent[tuple[Any, ...]]
"""A standpoint that is asked for."""


class Standpoint(Struct, frozen=True):
    """How one gets to each of the store's departments, by their zones, and which of them matter here.

    Zones: where the offer is sold, and where the screen stands.
    """

    departments: dict[str, Direction]
    sold: list[str]
    here: list[str]


_BY_SCREEN: Prepared[tuple[Any, ...]] = Prepared(
    select(Department.zone, Department.title, Department.way, Offer.zones, Screen.zones)
    .outerjoin(Offer, and_(Offer.store_id == Department.store_id, Offer.id == bindparam("offer_id")))
    .outerjoin(Screen, and_(Screen.store_id == Department.store_id, Screen.id == bindparam("screen_id")))
    .where(Department.store_id == bindparam("store_id"))
    .order_by(Department.zone),
    lambda *columns: columns,
)


def look_out(session: Session, store_id: str, screen_id: str, offer_id: str) -> Look:
    """Ask for that of whoever keeps this offer of the store at this screen."""
    return _BY_SCREEN.send(session, store_id=store_id, screen_id=screen_id, offer_id=offer_id)


def read_standpoint(look: Look) -> Standpoint | None:
    """What was asked for; `None`: the store has no departments. A screen that is not there stands nowhere."""
    rows = look.read()
    if not rows:
        return None
    sold, here = rows[0][3:]
    return Standpoint({zone: Direction(title, way) for zone, title, way, *_ in rows}, sold or [], here or [])


def _read_zones(zones: list[str]) -> list[str]:
    return zones


_KEEPER = aliased(Member)
_STAMPED = Prepared(
    select(StampCard.zones)
    .join(_KEEPER, StampCard.member_key == func.coalesce(_KEEPER.person_key, _KEEPER.key))
    .join(Bookmark, Bookmark.member_key == _KEEPER.key)
    .where(Bookmark.id == bindparam("id")),
    _read_zones,
)


def list_stamped(session: Session, bookmark_id: str) -> list[str]:
    """The zones of whose departments its member has a stamp."""
    return [zone for zones in _STAMPED.run(session, id=bookmark_id) for zone in zones]
