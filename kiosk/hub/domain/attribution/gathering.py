"""What members did in a month, and in the time before it to which that may go back, as the database has it.

Only who allows that offers are chosen by what she does is known by it: a purchase of anybody else goes back to nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.attribution.contact import Contact, Origin, Place, Presence, Purchase
from kiosk.hub.domain.attribution.journey import MonthFacts, Span
from kiosk.hub.domain.profile.fact import Fact, read_event, read_receipt
from kiosk.hub.domain.profile.purchase import is_return, list_purchases
from kiosk.hub.domain.settlement.own_till import OWN_TILL
from kiosk.hub.models.attribution.campaign import Campaign, get_channel
from kiosk.hub.models.attribution.touch import Touch
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.consent import Consent, group_purposes
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.models.settlement.settlement import Settlement

_KINDS = ("visited", "ordered", "cancelled")
_TAKEN = "take"


def gather_month(session: Session, store_id: str, span: Span, since: datetime) -> tuple[MonthFacts, list[Presence]]:
    """All that is known of the span, and of the time before it from `since` on; and whom screens knew as they came."""
    people = _map_people(session, store_id)
    facts = _gather_facts(session, store_id, Span(since, span.end), people)
    seen = [
        Presence(person, fact.at) for person, all_of_hers in facts.items() for fact in all_of_hers if _is_visit(fact)
    ]
    kept = list(_list_kept(session, store_id, Span(since, span.end), people))
    contacts = [*kept, *_list_touches(session, store_id, Span(since, span.end), people)]
    sold, taken = _gather_receipts(session, store_id, span, people)
    purchases = [*sold, *_list_orders(facts, span)]
    # Who taps a screen, or takes along what she paid on her phone, is there.
    presences = [*seen, *(Presence(one.person, one.at) for one in kept), *taken]
    return MonthFacts(contacts, presences, purchases), seen


def _map_people(session: Session, store_id: str) -> Mapping[str, str]:
    """The keys of who may be known, and the one that each of them goes by."""
    asked = select(Consent.member_key).where(Consent.purpose == PERSONAL_OFFERS)
    allowed = {key for key, purposes in group_purposes(session, asked).items() if PERSONAL_OFFERS in purposes}
    query = select(Member.key, func.coalesce(Member.person_key, Member.key)).where(Member.store_id == store_id)
    return {key: person for key, person in session.execute(query) if person in allowed}


def _gather_facts(session: Session, store_id: str, span: Span, people: Mapping[str, str]) -> Mapping[str, list[Fact]]:
    """What web shops and screens told of each of them, in the order of the times."""
    query = select(ProfileEvent).where(
        ProfileEvent.store_id == store_id,
        ProfileEvent.kind.in_(_KINDS),
        ProfileEvent.happened_at >= span.begin,
        ProfileEvent.happened_at < span.end,
    )
    facts: defaultdict[str, list[Fact]] = defaultdict(list)
    for event in session.scalars(query.order_by(ProfileEvent.happened_at, ProfileEvent.id)):
        if event.member_key in people:
            facts[people[event.member_key]].append(read_event(event))
    return facts


def _is_visit(fact: Fact) -> bool:
    return fact.kind == "visited"


def _list_kept(session: Session, store_id: str, span: Span, people: Mapping[str, str]) -> Iterator[Contact]:
    """What was kept before a screen, as its own clock has it: one that was offline tells late."""
    query = select(Bookmark.member_key, Bookmark.screen_id, Bookmark.tapped_at, Bookmark.kept_at).where(
        Bookmark.store_id == store_id,
        Bookmark.screen_id.is_not(None),
        Bookmark.kept_at >= span.begin,
        Bookmark.kept_at < span.end,
    )
    for key, screen, tapped_at, kept_at in session.execute(query):
        if key in people and screen is not None:
            yield Contact(people[key], min(tapped_at, kept_at), make_screen_origin(screen))


def _list_touches(session: Session, store_id: str, span: Span, people: Mapping[str, str]) -> Iterator[Contact]:
    origins = {campaign.code: make_campaign_origin(campaign) for campaign in session.scalars(select(Campaign))}
    query = select(Touch.member_key, Touch.touched_at, Touch.campaign_code).where(
        Touch.store_id == store_id, Touch.touched_at >= span.begin, Touch.touched_at < span.end
    )
    for key, touched_at, code in session.execute(query):
        if key in people:
            yield Contact(people[key], touched_at, origins[code])


def _gather_receipts(
    session: Session, store_id: str, span: Span, people: Mapping[str, str]
) -> tuple[list[Purchase], list[Presence]]:
    """All that was sold, at tills and on phones, less what came back; and who took along what she paid on her phone."""
    taken_along = _list_taken(session, store_id, span)
    purchases, presences = list[Purchase](), list[Presence]()
    query = select(Receipt).where(
        Receipt.store_id == store_id, Receipt.bought_at >= span.begin, Receipt.bought_at < span.end
    )
    for receipt in session.scalars(query.execution_options(yield_per=1000)):
        fact, is_own = read_receipt(receipt), receipt.till_id == OWN_TILL
        if fact is None or is_return(fact):
            continue
        person = people.get(receipt.member_key or "")
        purchases.append(_read_purchase(person, fact, "phone" if is_own else "till"))
        if person and is_own and receipt.id in taken_along:
            presences.append(Presence(person, fact.at))
    return purchases, presences


def _list_taken(session: Session, store_id: str, span: Span) -> set[str]:
    """The payments on phones for something that was taken along."""
    query = select(Settlement.id, Settlement.ways).where(
        Settlement.store_id == store_id, Settlement.made_at >= span.begin, Settlement.made_at < span.end
    )
    return {settlement for settlement, ways in session.execute(query) if _TAKEN in ways.values()}


def _list_orders(facts: Mapping[str, list[Fact]], span: Span) -> Iterator[Purchase]:
    """What was ordered in a web shop, each order once, and not what was cancelled."""
    for person, all_of_hers in facts.items():
        for order in list_purchases(all_of_hers):
            if span.holds(order.at) and not is_return(order):
                yield _read_purchase(person, order, "web")


def _read_purchase(person: str | None, fact: Fact, place: Place) -> Purchase:
    return Purchase(person, fact.at, place, fact.detail.amount or Decimal(), fact.detail.currency)


def make_screen_origin(screen_id: str) -> Origin:
    """What is kept before this screen began there."""
    return Origin("screen", screen_id, "screen")


def make_campaign_origin(campaign: Campaign) -> Origin:
    """What came by this campaign began with it."""
    return Origin("campaign", campaign.code, get_channel(campaign))
