"""What the sample shop was told of its last two months: of made-up people, reckoned as for any others.

The people themselves are in no table: a shop that is tried out has members of its own soon.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.offer import Control, Offer
from kiosk.hub.attribution import Attribution
from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.campaign import Plan, begin_campaign
from kiosk.hub.domain.attribution.contact import Contact, Origin, Place, Presence, Purchase
from kiosk.hub.domain.attribution.gathering import make_campaign_origin, make_screen_origin
from kiosk.hub.domain.attribution.holdout import Trials, group_draws
from kiosk.hub.domain.attribution.journey import MonthFacts, Span
from kiosk.hub.domain.attribution.month_report import MonthReport, make_month_report
from kiosk.hub.domain.attribution.telling import find_month_before, find_next_month, find_span, make_told_month
from kiosk.hub.models.store.store import Store
from kiosk.hub.sample.shop import CURRENCY, SCREENS
from kiosk.offers.control import is_held_out

_MONTHS = 2
_PEOPLE = 900
_STRANGERS = 260
"""Receipts of who is not known."""
_TRIED = Offer("o-lamp", {"en": "Mushroom lamp"}, control=Control(0.25))
_LIFT = 0.16
"""By how much more of those to whom the lamp is shown buy."""
_SALT = "sample"
"""Draws who of the made-up people is held out, the same at each seeding."""
_PLANS = (
    (Plan("Herbstmail", "mail", "o-lamp"), 0.30, 0.42),
    (Plan("Schaufensterplakat", "print"), 0.12, 0.24),
    (Plan("Magazin im Web", "web", "o-vase"), 0.16, 0.30),
)
"""Campaigns, how many people each reaches, and how many of those buy."""
_LOOKS = 1.7
"""How often whom a campaign reaches follows its link."""
_SCREENS = 0.18, 0.46
_UNREACHED = 0.3
_PLACES: tuple[Place, ...] = ("till", "phone", "web")
_PRICES = ("7.90", "22.90", "28.00", "39.00", "64.00", "119.00")


class _Lure(Struct, frozen=True):
    """What reaches how many, and how many of those buy."""

    origin: Origin
    reach: float
    purchase: float


def tell_sample_months(hub: Hub, session: Session, store: Store) -> None:
    """Begin the sample campaigns, and tell the months that are over."""
    chance, lures = Random(store.id), list(_begin_campaigns(hub, session, store))  # noqa: S311 # nothing secret
    first = find_next_month(store, hub.now())
    for _ in range(_MONTHS):
        first = find_month_before(first)
        report = _make_up(chance, find_span(store, first), lures)
        session.add(make_told_month(store, first, report, hub.now()))


def _begin_campaigns(hub: Hub, session: Session, store: Store) -> Iterator[_Lure]:
    for plan, reach, purchase in _PLANS:
        campaign = begin_campaign(hub, session, store.id, plan)
        campaign.begins_at -= timedelta(days=90)
        campaign.opened = campaign.opened_told = round(_LOOKS * reach * _PEOPLE * _MONTHS)
        yield _Lure(make_campaign_origin(campaign), reach, purchase)
    for screen in SCREENS:
        yield _Lure(make_screen_origin(screen), *_SCREENS)


def _make_up(chance: Random, span: Span, lures: list[_Lure]) -> MonthReport:
    contacts, presences, purchases = list[Contact](), list[Presence](), list[Purchase]()
    for number in range(_PEOPLE):
        person = f"made-up-{number}"
        came_at = _draw_time(chance, span)
        found = [lure for lure in lures if chance.random() < lure.reach]
        reached = [Contact(person, came_at - _draw_lead(chance), lure.origin) for lure in found]
        contacts += reached
        presences += [Presence(person, one.at) for one in reached if one.origin.source == "screen"]
        is_there = chance.random() < (0.8 if found else 0.5)
        if is_there:
            presences.append(Presence(person, came_at))
        wish = max((lure.purchase for lure in found), default=_UNREACHED)
        wish += _LIFT if is_there and not is_held_out(_TRIED, person, _SALT) else 0.0
        if chance.random() < wish:
            place = chance.choices(_PLACES, (5, 3, 1) if is_there else (0, 0, 1))[0]
            purchases.append(_buy(chance, person, came_at + timedelta(minutes=chance.randint(5, 90)), place))
    purchases += [_buy(chance, None, _draw_time(chance, span), "till") for _ in range(_STRANGERS)]
    trials = Trials(group_draws([_TRIED]), _SALT, presences)
    origins = [lure.origin for lure in lures]
    return make_month_report(MonthFacts(contacts, presences, purchases), span, Attribution(), origins, trials)


def _buy(chance: Random, person: str | None, at: datetime, place: Place) -> Purchase:
    return Purchase(person, at, place, Decimal(chance.choice(_PRICES)), CURRENCY)


def _draw_time(chance: Random, span: Span) -> datetime:
    return span.begin + (span.end - span.begin) * chance.uniform(0.3, 0.99)


def _draw_lead(chance: Random) -> timedelta:
    """How long a contact lies before the visit."""
    return timedelta(hours=chance.expovariate(1 / 72))
