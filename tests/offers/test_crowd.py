from collections import UserDict
from collections.abc import Iterator, Mapping

import pytest
from msgspec import structs
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Rule, Visits
from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.offers.crowd import SHOPPERS_PER_K, Crowd
from kiosk.offers.situation import Policy
from tests.doubles.shop_floor import make_shopper
from tests.offers.test_eligibility import SITUATION

K = 3
STRICT = replace(SITUATION, policy=Policy(k_anonymity=K))
MORNING = Condition(time=Daypart("06:00", "11:00"))
NOON = Condition(time=Daypart("12:00", "13:00"))


def _make_town(count: int = SHOPPERS_PER_K * K) -> Mapping[str, Shopper]:
    """All are in `all`; three in `trio` and two in `pair`; two of the trio speak German; one of another trio is shy."""
    shoppers = [
        make_shopper(f"s-{number}", "all", *(["trio"] * (number < 3)), *(["pair"] * (number < 2)))
        for number in range(count)
    ]
    shoppers[:2] = [structs.replace(shopper, language="de") for shopper in shoppers[:2]]
    shy = [
        structs.replace(make_shopper(f"s-{number}", "all", "shy"), consents=frozenset({PROXIMITY})) for number in (7, 8)
    ]
    shoppers[6:9] = [make_shopper("s-6", "all", "shy"), *shy]
    return {shopper.key: shopper for shopper in shoppers}


@pytest.mark.parametrize(
    ("audience", "hides"),
    [
        (Audience(), True),
        (Audience(all=("all",)), True),
        (Audience(all=("trio",)), True),
        (Audience(all=("pair",)), False),
        (Audience(all=("all", "pair")), False),
        (Audience(any=("pair", "trio")), True),
        (Audience(all=("trio",), none=("pair",)), False),
        (Audience(all=("trio", Condition(language=("de",)))), False),
        (Audience(all=("shy",)), False),  # who did not consent to personal offers is reached by none
        (Audience(all=(Condition(zone=("shoes",)),)), True),
        (Audience(all=("pair", NOON)), False),
        (Audience(any=("pair", NOON)), True),
        (Audience(any=("pair", MORNING)), False),
        (Audience(all=("nobody",)), False),
        (Audience(all=(Condition(language=("de",)),)), False),
        (Audience(any=(Condition(language=("de",)), "trio")), True),
        (Audience(any=("pair", Condition(zone=("shoes",)))), True),
        (Audience(any=("pair", Condition(zone=("bags",)))), False),
    ],
)
def test_an_audience_must_reach_some_more(audience: Audience, *, hides: bool) -> None:
    assert Crowd(_make_town()).hides(audience, STRICT) is hides


def test_an_answer_holds_no_longer_than_the_hour_of_an_audience() -> None:
    crowd, audience = Crowd(_make_town()), Audience(all=("all", NOON))

    assert crowd.hides(audience, STRICT)
    assert not crowd.hides(audience, replace(STRICT, local=STRICT.local.replace(hour=13)))


@pytest.mark.parametrize(
    ("known", "k"),
    [
        (SHOPPERS_PER_K * K, 1),
        (SHOPPERS_PER_K * K - 1, K),
    ],
)
def test_without_a_bound_or_in_a_shop_that_is_tried_out_every_audience_will_do(known: int, k: int) -> None:
    situation = replace(SITUATION, policy=Policy(k_anonymity=k))

    assert Crowd(_make_town(known)).hides(Audience(all=("pair",)), situation)


class _Town(UserDict[str, Shopper]):
    """Counts how often somebody goes through all of it."""

    walks = 0

    def __iter__(self) -> Iterator[str]:
        self.walks += 1
        return super().__iter__()


@pytest.mark.parametrize(
    "rule",
    [
        "all",
        Condition(visits=Visits(at_least=3)),
        Condition(interest="shoes", at_least=0.5),
        Condition(language=("de",)),
    ],
)
def test_no_answer_takes_a_walk_through_the_town(rule: Rule) -> None:
    town = _Town(_make_town())
    crowd = Crowd(town)
    made_in = town.walks
    for minute in range(10):
        crowd.hides(Audience(all=(rule,)), replace(STRICT, local=STRICT.local.replace(minute=minute)))

    assert town.walks == made_in


def test_those_are_counted_who_are_certainly_reached() -> None:
    crowd = Crowd(_make_town())

    assert crowd.count_reached(Audience(all=("trio",), none=(Condition(language=("de",)),)), STRICT) == 0
    assert crowd.count_reached(Audience(any=("pair", "trio")), STRICT) == 3
