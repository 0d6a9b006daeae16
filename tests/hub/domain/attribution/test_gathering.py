from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.campaign import Plan, begin_campaign
from kiosk.hub.domain.attribution.contact import Contact, Origin, Presence
from kiosk.hub.domain.attribution.gathering import gather_month, make_campaign_origin, make_screen_origin
from kiosk.hub.domain.attribution.journey import MonthFacts, Span
from kiosk.hub.domain.attribution.touching import note_touch
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.kept.bookmark import Keeper, Tap, keep_for
from kiosk.hub.domain.profile.diary import Origin as Told
from kiosk.hub.domain.profile.diary import keep_fact
from kiosk.hub.domain.profile.fact import Detail, Fact
from kiosk.hub.domain.settlement.own_till import OWN_TILL, open_own_till
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE, TILL
from kiosk.pricing.basket import Basket
from kiosk.pricing.price import price_basket
from tests.hub.running import NOW

_HOUR = timedelta(hours=1)
_SPAN = Span(NOW - 24 * _HOUR, NOW + 24 * _HOUR)


def _find_anna(session: Session) -> Member:
    return session.scalars(select(Member).where(Member.visits == 1)).one()


def _gather(session: Session) -> tuple[MonthFacts, list[Presence]]:
    session.flush()
    return gather_month(session, STORE, _SPAN, _SPAN.begin - timedelta(days=30))


def _sell(session: Session, key: str | None, receipt: str, at: datetime = NOW, **facts: Any) -> None:  # noqa: ANN401 # as a receipt takes them
    row: dict[str, Any] = {
        "till_id": TILL,
        "total": Decimal("9.90"),
        "lines": [],
        "was_known": key is not None,
        **facts,
    }
    session.add(
        Receipt(store_id=STORE, id=receipt, fingerprint="f", bought_at=at, currency="EUR", member_key=key, **row)
    )


def _pay(session: Session, key: str, name: str, way: str) -> None:
    """A payment on her phone for one thing that comes to her this way, and its receipt."""
    nothing = price_basket(Basket((), {}))
    settlement = Settlement(
        id=name,
        store_id=STORE,
        member_key=key,
        bill=nothing,
        ways={"line": way},
        tendered=(),
        due=nothing.total,
        provider="training",
        state="paid",
        made_at=NOW,
        ends_at=NOW,
        look_at=None,
    )
    session.add(settlement)
    _sell(session, key, name, till_id=OWN_TILL)


def _do(session: Session, key: str, name: str, fact: Fact) -> None:
    keep_fact(session, Told(STORE, "shop", name), key, fact)


def _order(name: str, amount: int) -> Fact:
    return Fact("ordered", NOW, Detail(order=name, amount=Decimal(amount), currency="EUR"))


def test_touches_and_what_was_kept_before_screens_are_contacts(hub: Hub) -> None:
    with hub.database.write() as session:
        anna = _find_anna(session)
        campaign = begin_campaign(hub, session, STORE, Plan("Herbst", "mail"))
        note_touch(hub, session, anna.key, campaign.code)
        for name, screen in (("1", FIRST_SCREEN), ("2", None)):
            tap = Tap(name, "f", "uid", "a" * 64, NOW - _HOUR, "de", screen)
            keep_for(hub, session, session.get_one(Offer, "o-mug"), tap, Keeper(anna, "Da.", "web"))
        facts, seen = _gather(session)

        assert facts.contacts == [
            Contact(anna.key, NOW - _HOUR, Origin("screen", FIRST_SCREEN, "screen")),
            Contact(anna.key, NOW, make_campaign_origin(campaign)),
        ]
        assert (facts.presences, seen) == ([Presence(anna.key, NOW - _HOUR)], [])
        assert make_screen_origin(FIRST_SCREEN) == facts.contacts[0].origin


def test_purchases_are_what_was_bought_at_tills_on_phones_and_in_the_web_shop_each_once(hub: Hub) -> None:
    with hub.database.write() as session:
        anna = _find_anna(session)
        open_own_till(hub, session, STORE)
        _sell(session, anna.key, "r-1")
        _sell(session, None, "r-2")
        _sell(session, None, "back", total=Decimal(-5))
        _sell(session, anna.key, "all-back", returned={"0": "1"})
        _pay(session, anna.key, "p-1", "take")
        _pay(session, anna.key, "p-2", "home")
        for name in ("told", "told-again"):
            _do(session, anna.key, name, _order("w-1", 20))
        _do(session, anna.key, "other", _order("w-2", 7))
        _do(session, anna.key, "not", Fact("cancelled", NOW, Detail(order="w-2")))
        facts, _ = _gather(session)
        told = sorted((one.place, one.person or "", f"{one.amount:.2f}") for one in facts.purchases)

        assert told == sorted(
            [
                ("phone", anna.key, "9.90"),
                ("phone", anna.key, "9.90"),
                ("till", "", "9.90"),
                ("till", anna.key, "9.90"),
                ("web", anna.key, "20.00"),
            ]
        )
        assert facts.presences == [Presence(anna.key, NOW)]


def test_whom_a_screen_knew_was_there_and_is_whom_trials_are_about(hub: Hub) -> None:
    with hub.database.write() as session:
        anna = _find_anna(session)
        _do(session, anna.key, "v", Fact("visited", NOW))
        _do(session, anna.key, "w", Fact("viewed", NOW))
        facts, seen = _gather(session)

        assert seen == [Presence(anna.key, NOW)]
        assert facts.presences == seen


def test_what_lies_outside_of_the_times_is_left_out(hub: Hub) -> None:
    with hub.database.write() as session:
        anna = _find_anna(session)
        for name, at in (("before", _SPAN.begin - timedelta(days=31)), ("end", _SPAN.end)):
            _do(session, anna.key, name, Fact("visited", at))
            _sell(session, anna.key, name, at)
        _do(session, anna.key, "just", Fact("visited", _SPAN.begin - timedelta(days=29)))
        _sell(session, anna.key, "just", _SPAN.begin - timedelta(days=29))
        facts, seen = _gather(session)

        assert (len(seen), facts.purchases) == (1, [])


def test_of_who_takes_her_consent_back_nothing_is_known_but_that_somebody_bought(hub: Hub) -> None:
    with hub.database.write() as session:
        anna = _find_anna(session)
        campaign = begin_campaign(hub, session, STORE, Plan("Herbst", "mail"))
        note_touch(hub, session, anna.key, campaign.code)
        _do(session, anna.key, "v", Fact("visited", NOW))
        _sell(session, anna.key, "r-1")
        session.flush()
        withdraw(hub, session, anna, PERSONAL_OFFERS)
        note_touch(hub, session, anna.key, campaign.code)
        facts, seen = _gather(session)

        assert (facts.contacts, facts.presences, seen) == ([], [], [])
        assert [one.person for one in facts.purchases] == [None]
