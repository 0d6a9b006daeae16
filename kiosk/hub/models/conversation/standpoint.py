"""From where a kept offer is looked for: by one query, for every tap waits for it."""

from msgspec import Struct
from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from kiosk.hub.models.benefits.stamp_card import StampCard
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.prepared import Prepared
from kiosk.hub.models.screens.screen import Screen


class Standpoint(Struct, frozen=True):
    """Zones: where the offer is sold, where the screen stands, and of whose departments its member has a stamp."""

    sold: list[str]
    here: list[str]
    stamped: list[str]


_KEEPER = aliased(Member)
_BY_BOOKMARK = Prepared(
    select(Offer.zones, Screen.zones, StampCard.zones)
    .select_from(Bookmark)
    .join(Offer, Offer.id == Bookmark.offer_id)
    .join(_KEEPER, _KEEPER.key == Bookmark.member_key)
    .outerjoin(StampCard, StampCard.member_key == func.coalesce(_KEEPER.person_key, _KEEPER.key))
    .outerjoin(Screen, and_(Screen.store_id == Bookmark.store_id, Screen.id == bindparam("screen_id")))
    .where(Bookmark.id == bindparam("id")),
    lambda *columns: columns,
)


def find_standpoint(session: Session, bookmark_id: str, screen_id: str) -> Standpoint:
    """That of whoever kept this at a screen of the same store; a screen that is not there stands nowhere."""
    ((sold, here, stamped),) = _BY_BOOKMARK.run(session, id=bookmark_id, screen_id=screen_id)
    return Standpoint(sold, here or [], stamped or [])
