import pytest
from hypothesis import given

from kiosk.hub.attribution import Attribution
from kiosk.hub.domain.attribution.contact import Place
from kiosk.hub.domain.attribution.crediting import Diary
from kiosk.hub.domain.attribution.journey import MonthFacts, Way, trace_journeys
from tests.hub.domain.attribution.ways import (
    ATTRIBUTIONS,
    FACTS,
    NOVEMBER,
    POSTER,
    WINDOW,
    buy,
    come,
    on,
    touch,
)


def _trace(facts: MonthFacts, attribution: Attribution | None = None) -> dict[str, Way]:
    diary = Diary(facts.contacts, attribution or Attribution())
    journeys = list(trace_journeys(facts, diary, NOVEMBER))
    assert len({one.person for one in journeys}) == len(journeys)
    return {one.person: one.way for one in journeys}


def test_a_way_leads_from_the_contact_by_the_store_to_the_first_purchase() -> None:
    facts = MonthFacts([touch("anna", 2)], [come("anna", 4)], [buy("anna", 9, "web"), buy("anna", 5, "phone")])

    assert _trace(facts) == {"anna": Way("mail", by_store=True, place="phone")}


@pytest.mark.parametrize(
    ("came_on", "place", "by_store"),
    [(1.5, "web", False), (2.5, "web", True), (6, "web", False), (6, "till", True), (6, "phone", False)],
)
def test_she_was_there_between_contact_and_purchase_or_where_she_paid_at_a_till(
    came_on: float, place: Place, *, by_store: bool
) -> None:
    facts = MonthFacts([touch("anna", 2)], [come("anna", came_on)], [buy("anna", 5, place)])

    assert _trace(facts)["anna"].by_store is by_store


def test_who_bought_nothing_has_the_way_of_her_contact() -> None:
    facts = MonthFacts([touch("anna", 30, WINDOW), touch("ben", 1, POSTER)], [come("anna", 30)], [])

    assert _trace(facts) == {
        "anna": Way("screen", by_store=True, place=None),
        "ben": Way("print", by_store=False, place=None),
    }


def test_who_bought_without_a_contact_came_by_nothing_that_is_known() -> None:
    facts = MonthFacts([], [], [buy("anna", 5), buy(None, 6)])

    assert _trace(facts) == {"anna": Way(None, by_store=True, place="till")}


def test_what_lies_outside_of_the_month_begins_no_way() -> None:
    facts = MonthFacts([touch("anna", -3), touch("ben", 31.5)], [], [buy("anna", 0.5), buy("carla", 31.2)])

    assert _trace(facts) == {}


def test_a_span_holds_its_first_moment_and_not_its_end() -> None:
    assert NOVEMBER.holds(on(1))
    assert NOVEMBER.holds(NOVEMBER.last)
    assert not NOVEMBER.holds(NOVEMBER.end)


@given(FACTS, ATTRIBUTIONS)
def test_everybody_who_was_reached_or_bought_has_exactly_one_way(facts: MonthFacts, attribution: Attribution) -> None:
    reached = {one.person for one in facts.contacts if NOVEMBER.holds(one.at)}
    bought = {one.person for one in facts.purchases if one.person and NOVEMBER.holds(one.at)}
    ways = _trace(facts, attribution)

    assert ways.keys() == reached | bought
    assert {person for person, way in ways.items() if way.place} == bought
