"""What a tap meets in the store, by one query: a query for each of it takes longer than all that comes of it."""

from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, exists, func, literal, select
from sqlalchemy.orm import Session, aliased

from kiosk.contract.offer import Budget
from kiosk.hub.models.benefits.ledger_account import Account, LedgerAccount, list_columns
from kiosk.hub.models.benefits.programme import Programme
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.tombstone import Tombstone
from kiosk.hub.models.outside.webhook import Webhook
from kiosk.hub.models.prepared import Prepared, Sent


class Approach(Struct, frozen=True):
    """Which offer of a store is to be kept by whose credential, and as which bookmark, and when that was shown."""

    store_id: str
    offer_id: str
    bookmark_id: str
    kind: str
    value: str
    shown_at: datetime


class Goods(Struct, frozen=True):
    """What keeping an offer takes of it."""

    id: str
    title: dict[str, str]
    valid_until: datetime | None
    budget: Budget | None


class Owner(Struct, frozen=True):
    """Who the owner of the credential turned out to be; `conversation_id` is hers, if she has one."""

    key: str
    joined_at: datetime
    conversation_id: str | None


class Encounter(Struct, frozen=True):
    """What the store has of an approach; `None`: nothing of that name.

    `kept` is the fingerprint of the bookmark of that id. `coupons` and `stamps` are what the store's programme says of
    these. `is_told`: other systems are told of what happens in the store. `has_erased`: somebody was erased since.
    `accounts` are those of the offer's, between which a coupon goes that is issued, that are open.
    """

    store_id: str
    goods: Goods | None
    owner: Owner | None
    kept: str | None
    coupons: dict[str, Any] | None
    stamps: dict[str, Any] | None
    is_told: bool
    has_erased: bool
    accounts: tuple[Account, ...]


_HOLDER, _PERSON = aliased(Member), aliased(Member)
_STORE: BindParameter[str] = bindparam("store_id")
_CARD = and_(
    Credential.store_id == _STORE, Credential.kind == bindparam("kind"), Credential.value == bindparam("value")
)
_STOCK, _ISSUED = aliased(LedgerAccount), aliased(LedgerAccount)


def _is_of_offer(account: type[LedgerAccount], kind: str) -> ColumnElement[bool]:
    unit = account.unit == "coupons"
    return and_(account.store_id == _STORE, account.kind == kind, account.owner == Offer.id, unit)


_NOTHING = select(literal(1)).subquery()
"""One row, to which what is there is joined."""
_MET = (
    select(
        _STORE,
        *(Offer.id, Offer.title, Offer.valid_until, Offer.budget),
        *(_PERSON.key, _PERSON.joined_at, Conversation.id),
        *(Bookmark.fingerprint, Programme.stated["coupons"], Programme.stated["stamps"]),
        exists().where(Webhook.store_id == _STORE, Webhook.disabled_at.is_(None)),
        exists().where(Tombstone.erased_at > bindparam("shown_at")),
        *(*list_columns(_STOCK), *list_columns(_ISSUED)),
    )
    .select_from(_NOTHING)
    .outerjoin(Offer, and_(Offer.id == bindparam("offer_id"), Offer.store_id == _STORE))
    .outerjoin(Credential, _CARD)
    .outerjoin(_HOLDER, _HOLDER.key == Credential.member_key)
    .outerjoin(_PERSON, _PERSON.key == func.coalesce(_HOLDER.person_key, _HOLDER.key))
    .outerjoin(Conversation, Conversation.member_key == _PERSON.key)
    .outerjoin(Bookmark, Bookmark.id == bindparam("bookmark_id"))
    .outerjoin(Programme, Programme.store_id == _STORE)
    .outerjoin(_STOCK, _is_of_offer(_STOCK, "stock"))
    .outerjoin(_ISSUED, _is_of_offer(_ISSUED, "issued"))
)


def _gather(store_id: str, *found: Any) -> Encounter:  # noqa: ANN401 - columns of many types
    goods, owner, accounts = found[:4], found[4:7], (found[12:18], found[18:])
    kept, coupons, stamps, is_told, has_erased = found[7:12]
    return Encounter(
        store_id,
        Goods(*goods) if goods[0] else None,
        Owner(*owner) if owner[0] else None,
        kept,
        coupons,
        stamps,
        is_told,
        has_erased,
        tuple(Account(*account) for account in accounts if account[0]),
    )


_ALL = Prepared(_MET, _gather)


def meet(session: Session, approach: Approach) -> Encounter:
    """What the store has of it."""
    return look_round(session, approach).read()[0]


def look_round(session: Session, approach: Approach) -> Sent[Encounter]:
    """As `meet`, for who reads that later."""
    return _ALL.send(session, **asdict(approach))
