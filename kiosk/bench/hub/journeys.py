"""What it costs to tell a store of a month's journeys, with few and with very many touches, on each database."""

from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from time import perf_counter

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from kiosk.bench.effort import Effort
from kiosk.bench.figures import Figures
from kiosk.bench.hub.measure import make_folder
from kiosk.bench.hub.members import add_members
from kiosk.bench.hub.place import open_places
from kiosk.bench.report import Report, Value
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.domain.attribution.telling import find_month_before, tell_months
from kiosk.hub.models.attribution.campaign import Campaign
from kiosk.hub.models.attribution.told_month import ToldMonth
from kiosk.hub.models.attribution.touch import Touch
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.models.store.store import Store
from kiosk.hub.models.store.till import set_till
from kiosk.hub.settings import HubSettings

STORE, CAMPAIGN, TILL = "bench", "BENCHBEN", "till"
MONTH = date(2026, 9, 1)
_NOW = datetime(2026, 10, 20, tzinfo=UTC)
_BEGIN = datetime(2026, 9, 1, tzinfo=UTC)
_SECONDS = 29 * 86_400
_BUYERS = 10
"""Of so many members one buys."""
_AT_ONCE = 20_000
"""So many members' rows are written in one transaction."""
_MONTHS_BEFORE = 12


def measure_journeys(effort: Effort) -> Report:
    """Tell the same month anew in each round: from the question for its touches to the report on disk."""
    found: dict[str, Value] = {}
    with ExitStack() as stack:
        for place, locate in stack.enter_context(open_places()).items():
            for members in effort.members:
                hub = open_hub(locate(make_folder(stack)), members, effort.events)
                stack.callback(hub.database.close)
                times = [tell_anew(hub) for _ in range(effort.rounds)]
                found[f"{place}_{members * effort.events}_touches"] = Figures.of(times)
    return Report("journeys", found)


def open_hub(url: str, members: int, touches: int) -> Hub:
    """A hub on this empty database whose members all came by a campaign so often, and of whom some bought."""
    migrate_database(url)
    hub = Hub(HubSettings(url), open_database(url), lambda: _NOW)
    with hub.database.write() as session:
        _add_store(session)
    add_members(url, STORE, members)
    for first in range(0, members, _AT_ONCE):
        with hub.database.write() as session:
            _add_ways(session, range(first, min(first + _AT_ONCE, members)), touches)
    return hub


def tell_anew(hub: Hub) -> float:
    """The seconds that it takes to tell the month, which then was told no time before."""
    with hub.database.write() as session:
        session.execute(delete(ToldMonth).where(ToldMonth.first == MONTH))
    began_at = perf_counter()
    tell_months(hub)
    return perf_counter() - began_at


def _add_store(session: Session) -> None:
    """The store, of which all months before were told."""
    session.add(Store(id=STORE, name="S", time_zone="UTC", language="de"))
    session.flush()
    session.add(Campaign(code=CAMPAIGN, store_id=STORE, name="Mail", channel="mail", begins_at=_BEGIN))
    set_till(session, STORE, TILL, TILL)
    first = MONTH
    for _ in range(_MONTHS_BEFORE):
        first = find_month_before(first)
        session.add(ToldMonth(store_id=STORE, first=first, told_at=_NOW, report={}))


def _add_ways(session: Session, numbers: range, touches: int) -> None:
    """What these members allow, by what they came, and what some of them bought then."""
    keys = {number: f"s_bench{number}" for number in numbers}
    consent = {"purpose": PERSONAL_OFFERS, "given_at": _BEGIN, "text_version": "", "source": "bench"}
    session.execute(insert(Consent), [{**consent, "member_key": key} for key in keys.values()])
    touch = {"store_id": STORE, "campaign_code": CAMPAIGN}
    ways = [(key, number * touches + one) for number, key in keys.items() for one in range(touches)]
    rows = [{**touch, "member_key": key, "touched_at": _spread(way)} for key, way in ways]
    session.execute(insert(Touch), rows)
    buyers = {number: key for number, key in keys.items() if not number % _BUYERS}
    session.add_all(_make_receipt(number, key) for number, key in buyers.items())


def _spread(number: int) -> datetime:
    return _BEGIN + timedelta(seconds=number * 7919 % _SECONDS)


def _make_receipt(number: int, key: str) -> Receipt:
    return Receipt(
        store_id=STORE,
        till_id=TILL,
        id=f"r{number}",
        fingerprint="",
        bought_at=_spread(number) + timedelta(hours=1),
        total=Decimal(20),
        currency="EUR",
        lines=[{"total": "20.00", "quantity": "1"}],
        was_known=True,
        member_key=key,
    )
