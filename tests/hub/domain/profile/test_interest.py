import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.hub.domain.profile.fact import Fact, Kind
from kiosk.hub.domain.profile.interest import HALF_LIFE, MOST_SHELVES, weigh_interests
from tests.hub.domain.profile.facts import make_fact
from tests.hub.running import NOW

KINDS: tuple[Kind, ...] = ("viewed", "added", "wished", "ordered", "bought")


def _make_fact(kind: Kind, days: int, shelf: str) -> Fact:
    return make_fact(kind, days, shelves=(shelf,))


facts = some.builds(
    _make_fact,
    some.sampled_from(KINDS),
    some.integers(0, 300),
    some.sampled_from(("home", "tea", "music")),
)


@pytest.mark.parametrize(
    ("told", "shares"),
    [
        ([], {}),
        ([make_fact("other", shelves=("home",))], {}),
        ([make_fact("viewed", shelves=("home",))], {"home": 1.0}),
        ([make_fact("viewed", shelves=("a",)), make_fact("wished", shelves=("b",))], {"b": 0.75, "a": 0.25}),
        ([make_fact("bought", shelves=("a", "b"))], {"a": 0.5, "b": 0.5}),
        ([make_fact("viewed", shelves=("a",)), make_fact("visited", shelves=("b",), seconds=60)], {"a": 0.5, "b": 0.5}),
        (
            [make_fact("bought", shelves=("a",)), make_fact("visited", shelves=("b",), seconds=9999)],
            {"b": 0.667, "a": 0.333},
        ),
        ([make_fact("viewed", shelves=("a",)), make_fact("viewed", 30, shelves=("b",))], {"a": 0.667, "b": 0.333}),
    ],
)
def test_what_she_does_weighs_by_how_much_it_says(told: list[Fact], shares: dict[str, float]) -> None:
    assert weigh_interests(told, NOW) == shares


@given(some.lists(facts, min_size=1, max_size=20))
def test_shares_add_up_to_one_and_no_day_that_passes_moves_them(told: list[Fact]) -> None:
    shares = weigh_interests(told, NOW)

    assert sum(shares.values()) == pytest.approx(1, abs=0.01)
    assert weigh_interests(told, NOW + HALF_LIFE / 3) == pytest.approx(shares, abs=0.0011)


def test_of_very_many_shelves_the_greatest_are_told() -> None:
    told = [make_fact("viewed", shelves=(f"s-{number}",)) for number in range(99)]

    assert len(weigh_interests(told, NOW)) == MOST_SHELVES
