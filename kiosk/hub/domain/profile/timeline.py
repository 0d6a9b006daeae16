"""All that is known of what a member did and what came of it, in one row of time: for the staff, and for herself."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.domain.profile.diary import list_facts
from kiosk.hub.domain.profile.fact import Fact, Kind
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.consent import list_consents
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.profile.merge import list_merges
from kiosk.hub.models.profile.stay import list_stays

Told = Literal["kept", "redeemed", "allowed", "taken_back", "entered", "left", "merged", "parted", "joined", "returned"]
MOST = 60
"""So many entries make a page."""


class Entry(Struct, frozen=True):
    """One entry. `what` names the goods, the purpose or the segment; `titles` an offer, by language."""

    at: datetime
    kind: Kind | Told
    what: str = ""
    titles: dict[str, str] = {}
    shelves: tuple[str, ...] = ()
    amount: Decimal | None = None
    currency: str = ""
    seconds: float = 0.0


class Mark(Struct, frozen=True):
    """Where a page begins: at this time, behind so many entries of just that time."""

    at: datetime
    number: int = 0


class Page(Struct, frozen=True):
    """The latest entries first; `before` is where the next page begins, `None` where there is none."""

    entries: tuple[Entry, ...]
    before: Mark | None


def read_timeline(session: Session, member: Member, now: datetime, before: Mark | None = None) -> Page:
    """A page of what is known of her, with all keys that are hers."""
    kin = list_kin(session, member.key)
    entries = [
        *(_tell_fact(fact) for fact in list_facts(session, kin, now)),
        *_tell_bookmarks(session, kin),
        *_tell_consents(session, member),
        *_tell_stays(session, kin),
        *_tell_merges(session, kin),
        Entry(min(session.get_one(Member, key).joined_at for key in kin), "joined"),
    ]
    # Those of one moment need an order, too, or the next page would tell some twice and leave some out.
    entries.sort(key=lambda entry: (entry.at, repr(entry)), reverse=True)
    begin = sum(entry.at > before.at for entry in entries) + before.number if before else 0
    latest = entries[begin : begin + MOST]
    return Page(tuple(latest), _mark_end(entries[: begin + MOST]) if begin + MOST < len(entries) else None)


def _mark_end(told: Sequence[Entry]) -> Mark:
    last = told[-1].at
    return Mark(last, sum(entry.at == last for entry in told))


def _tell_fact(fact: Fact) -> Entry:
    detail = fact.detail
    is_back = fact.kind == "bought" and detail.amount is not None and detail.amount < 0
    return Entry(
        fact.at,
        "returned" if is_back else fact.kind,
        detail.what,
        shelves=detail.shelves,
        amount=detail.amount,
        currency=detail.currency,
        seconds=detail.seconds,
    )


def _tell_bookmarks(session: Session, kin: Sequence[str]) -> Iterator[Entry]:
    query = select(Bookmark, Offer.title).join(Offer, Offer.id == Bookmark.offer_id)
    for bookmark, title in session.execute(query.where(Bookmark.member_key.in_(kin))):
        yield Entry(bookmark.kept_at, "kept", titles=title)
        if bookmark.redeemed_at:
            yield Entry(bookmark.redeemed_at, "redeemed", titles=title)


def _tell_consents(session: Session, member: Member) -> Iterator[Entry]:
    for consent in list_consents(session, member.key):
        yield Entry(consent.given_at, "allowed", consent.purpose)
        if consent.withdrawn_at:
            yield Entry(consent.withdrawn_at, "taken_back", consent.purpose)


def _tell_stays(session: Session, kin: Sequence[str]) -> Iterator[Entry]:
    for stay in list_stays(session, kin):
        yield Entry(stay.since, "entered", stay.segment_id)
        if stay.left_at:
            yield Entry(stay.left_at, "left", stay.segment_id)


def _tell_merges(session: Session, kin: Sequence[str]) -> Iterator[Entry]:
    for merge in list_merges(session, kin):
        yield Entry(merge.merged_at, "merged", " + ".join(dict.fromkeys(merge.evidence)))
        if merge.undone_at:
            yield Entry(merge.undone_at, "parted")
