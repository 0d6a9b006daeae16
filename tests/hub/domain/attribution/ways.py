"""What made-up people did in November 2026, in few words: days are those of the month, with fractions."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from kiosk.hub.attribution import RULES, Attribution
from kiosk.hub.domain.attribution.contact import PLACES, Contact, Origin, Place, Presence, Purchase
from kiosk.hub.domain.attribution.journey import MonthFacts, Span

NOVEMBER = Span(datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))
MAIL, POSTER = Origin("campaign", "MAIL", "mail"), Origin("campaign", "POSTER", "print")
WINDOW = Origin("screen", "window-1", "screen")
ORIGINS = (MAIL, POSTER, WINDOW)


def on(day: float) -> datetime:
    return NOVEMBER.begin + timedelta(days=day - 1)


def touch(person: str, day: float, origin: Origin = MAIL) -> Contact:
    return Contact(person, on(day), origin)


def come(person: str, day: float) -> Presence:
    return Presence(person, on(day))


def buy(
    person: str | None, day: float, place: Place = "till", amount: str = "10.00", currency: str = "EUR"
) -> Purchase:
    return Purchase(person, on(day), place, Decimal(amount), currency)


_PEOPLE = st.sampled_from([f"p{number}" for number in range(9)])
_DAYS = st.floats(-40, 32, allow_nan=False)
ATTRIBUTIONS = st.builds(Attribution, st.sampled_from(RULES), st.integers(1, 60))
FACTS = st.builds(
    MonthFacts,
    st.lists(st.builds(touch, _PEOPLE, _DAYS, st.sampled_from(ORIGINS)), max_size=40),
    st.lists(st.builds(come, _PEOPLE, _DAYS), max_size=20),
    st.lists(st.builds(buy, st.none() | _PEOPLE, _DAYS, st.sampled_from(PLACES)), max_size=40),
)
"""All that anybody might have done around that month."""
