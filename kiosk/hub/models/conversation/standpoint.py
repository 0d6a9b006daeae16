"""From where a kept offer is looked for: by one query, for every tap waits for it."""

from msgspec import Struct
from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from kiosk.contract.direction import Direction
from kiosk.hub.models.benefits.stamp_card import StampCard
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.prepared import Prepared
from kiosk.hub.models.screens.screen import Screen
from kiosk.hub.models.store.department import Department


class Standpoint(Struct, frozen=True):
    """How one gets to each of the store's departments, by their zones, and what of them matters to who kept an offer.

    Zones: where the offer is sold, where the screen stands, and of whose departments its member has a stamp.
    """

    departments: dict[str, Direction]
    sold: list[str]
    here: list[str]
    stamped: list[str]


_KEEPER = aliased(Member)
_BY_BOOKMARK = Prepared(
    select(Department.zone, Department.title, Department.way, Offer.zones, Screen.zones, StampCard.zones)
    .select_from(Bookmark)
    .join(Department, Department.store_id == Bookmark.store_id)
    .join(Offer, Offer.id == Bookmark.offer_id)
    .join(_KEEPER, _KEEPER.key == Bookmark.member_key)
    .outerjoin(StampCard, StampCard.member_key == func.coalesce(_KEEPER.person_key, _KEEPER.key))
    .outerjoin(Screen, and_(Screen.store_id == Bookmark.store_id, Screen.id == bindparam("screen_id")))
    .where(Bookmark.id == bindparam("id"))
    .order_by(Department.zone),
    lambda *columns: columns,
)


def find_standpoint(session: Session, bookmark_id: str, screen_id: str) -> Standpoint | None:
    """That of whoever kept this at a screen of the same store; `None`: the store has no departments.

    A screen that is not there stands nowhere.
    """
    rows = _BY_BOOKMARK.run(session, id=bookmark_id, screen_id=screen_id)
    if not rows:
        return None
    sold, here, stamped = rows[0][3:]
    departments = {zone: Direction(title, way) for zone, title, way, *_ in rows}
    return Standpoint(departments, sold, here or [], stamped or [])
