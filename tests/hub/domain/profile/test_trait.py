from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.hub.domain.profile.fact import Fact, Kind
from kiosk.hub.domain.profile.trait import TRAITS, WINDOWS, list_expiries, reckon_traits
from tests.hub.domain.profile.facts import make_fact, make_order
from tests.hub.running import NOW

KINDS: tuple[Kind, ...] = ("viewed", "added", "wished", "ordered", "cancelled", "bought", "visited", "other")


def _make_fact(kind: Kind, days: float, order: str, seconds: float) -> Fact:
    return make_fact(kind, days, order=order, seconds=seconds)


facts = some.builds(
    _make_fact,
    some.sampled_from(KINDS),
    some.floats(0, 400),
    some.sampled_from(("", "a", "b", "c")),
    some.floats(0, 900),
)
histories = some.lists(facts, max_size=25).map(lambda told: sorted(told, key=lambda fact: fact.at))


@pytest.mark.parametrize(
    ("told", "amounts"),
    [
        ([], {"orders_90_days": 0, "sessions_90_days": 0, "visits_90_days": 0, "value_365_days": 0}),
        (
            [make_order("a", "10.00", 100), make_order("b", "20.50", 20, "bought")],
            {
                "orders_30_days": 1,
                "orders_90_days": 1,
                "orders_365_days": 2,
                "value_90_days": 20.5,
                "value_365_days": 30.5,
            },
        ),
        (
            [make_order("a", "10.00", 100), make_order("b", "21.00", 20)],
            {"order_value": 15.5, "days_since_order": 20, "days_since_seen": 20},
        ),
        (
            [make_order("a", "50.00", 40, "bought"), make_order("b", "-50.00", 1, "bought")],
            {"orders_90_days": 1, "value_90_days": 0, "days_since_order": 40},
        ),
        (
            [make_fact("viewed", 60), make_fact("viewed", 10), make_order("a", "5", 10), make_fact("wished", 3)],
            {
                "sessions_90_days": 3,
                "sessions_30_days": 2,
                "conversion_90_days": 0.333,
                "views_30_days": 1,
                "wishes_90_days": 1,
            },
        ),
        (
            [make_fact("visited", 8.1, seconds=60), make_fact("visited", 8, seconds=120), make_fact("visited", 2)],
            {"visits_30_days": 2, "minutes_90_days": 3, "days_since_visit": 2},
        ),
        (
            [
                make_fact("viewed", 8),
                make_fact("visited", 7),
                make_order("a", "5", 6, "bought"),
                make_fact("viewed", 5),
            ],
            {"web_share": 0.5, "till_share": 0.25, "store_share": 0.25},
        ),
        ([make_fact("viewed", -1)], {"views_30_days": 0, "sessions_30_days": 0}),
        ([make_fact("viewed", 30)], {"views_30_days": 0, "sessions_90_days": 1}),
    ],
)
def test_traits_are_reckoned_from_what_she_did(told: list[Fact], amounts: Mapping[str, float]) -> None:
    reckoned = reckon_traits(told, NOW).amounts

    assert {name: reckoned.get(name) for name in amounts} == amounts


@pytest.mark.parametrize(
    "name", ["days_since_order", "days_since_visit", "order_value", "conversion_90_days", "web_share"]
)
def test_what_there_is_nothing_of_has_no_amount(name: str) -> None:
    assert name not in reckon_traits([], NOW).amounts


@given(histories)
def test_every_trait_has_a_name_and_none_is_below_nothing(told: list[Fact]) -> None:
    amounts = reckon_traits(told, NOW).amounts

    assert set(amounts) <= set(TRAITS)
    assert all(amount >= 0 for amount in amounts.values())
    assert amounts["orders_30_days"] <= amounts["orders_90_days"] <= amounts["orders_365_days"]


@given(histories, some.integers(0, 500))
def test_until_the_first_of_them_leaves_a_window_only_days_that_are_counted_change(
    told: list[Fact], hours: int
) -> None:
    later = NOW + timedelta(hours=hours)
    due = min(list_expiries(told, NOW), default=later)
    before, after = (reckon_traits(told, now).amounts for now in (NOW, later))
    lasting = {name for name in TRAITS if not name.startswith("days_since")}

    assert later >= due or {name: before.get(name) for name in lasting} == {name: after.get(name) for name in lasting}


@given(histories)
def test_what_was_told_twice_counts_as_told_once(told: list[Fact]) -> None:
    doubled = [fact for fact in told for _ in range(1 + (fact.kind in ("ordered", "cancelled")))]

    once, twice = (reckon_traits(history, NOW).amounts for history in (told, doubled))
    assert [once[f"orders_{window.days}_days"] for window in WINDOWS] == [
        twice[f"orders_{window.days}_days"] for window in WINDOWS
    ]
