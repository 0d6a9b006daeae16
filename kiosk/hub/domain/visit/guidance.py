"""Where a member could go next: to what she kept, and to the departments that her stamp card still wants."""

from collections.abc import Collection, Mapping
from datetime import datetime

from msgspec import Struct
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.standing import CardStanding, gather_standing
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.store.department import Department, map_departments

_MOST = 20


class Goal(Struct, frozen=True):
    """A kept offer, and where its department is, if the store says so."""

    offer: Offer
    department: Department | None


class Guidance(Struct, frozen=True):
    """What she kept and can still buy, the latest first; and her stamp card, with the departments that it has not."""

    goals: tuple[Goal, ...]
    card: CardStanding | None
    open_departments: tuple[Department, ...]
    departments: Mapping[str, Department]


def gather_guidance(session: Session, member: Member, now: datetime) -> Guidance:
    """Her guidance as it is now."""
    departments = map_departments(session, member.store_id)
    card = gather_standing(session, member).card
    stamped = frozenset(card.zones) if card else frozenset[str]()
    return Guidance(
        goals=tuple(
            _find_goal(offer, departments) for offer in _list_kept(session, list_kin(session, member.key), now)
        ),
        card=card,
        open_departments=tuple(one for zone, one in departments.items() if card and zone not in stamped),
        departments=departments,
    )


def _find_goal(offer: Offer, departments: Mapping[str, Department]) -> Goal:
    return Goal(offer, next((departments[zone] for zone in offer.zones if zone in departments), None))


def _list_kept(session: Session, keys: Collection[str], now: datetime) -> list[Offer]:
    is_good = or_(Bookmark.expires_at.is_(None), Bookmark.expires_at > now)
    query = select(Offer).join(Bookmark, Bookmark.offer_id == Offer.id)
    query = query.where(Bookmark.member_key.in_(keys), Bookmark.state == "issued", is_good)
    latest = session.scalars(query.order_by(Bookmark.kept_at.desc(), Bookmark.id).limit(_MOST))
    return list({offer.id: offer for offer in latest}.values())
