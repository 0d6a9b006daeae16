import pytest
from msgspec import structs
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Rule, Trait, Visits
from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.offers.audience import is_open, reaches, weigh
from kiosk.offers.truth import Truth
from tests.doubles.shop_floor import make_shopper
from tests.offers.test_eligibility import SITUATION

EVERYBODY = Audience()
NO, UNKNOWN, YES = Truth
KNOWN = structs.replace(make_shopper("s", "a", language="de"), visits=3, interests={"shoes": 0.5})
OLD = make_shopper("s", "a")
"""Told by a server that knows neither visits nor interests."""

FREQUENT = Condition(visits=Visits(at_least=3))
KEEN = Condition(interest="shoes", at_least=0.5)
GERMAN = Condition(language=("de", "fr"))
HERE = Condition(zone=("bags", "shoes"))
ELSEWHERE = Condition(zone=("bags",))
NOON = Condition(time=Daypart("12:00", "13:00"))
NIGHT = Condition(time=Daypart("22:00", "06:00"))
ORDERED = Condition(trait=Trait("orders", at_least=2))


@pytest.mark.parametrize(
    ("audience", "segments", "is_reached"),
    [
        (EVERYBODY, (), True),
        (Audience(all=("a", "b")), ("a", "b", "c"), True),
        (Audience(all=("a", "b")), ("a",), False),
        (Audience(any=("a", "b")), ("b",), True),
        (Audience(any=("a", "b")), ("c",), False),
        (Audience(none=("staff",)), ("a",), True),
        (Audience(none=("staff",)), ("staff",), False),
        (Audience(all=("a",), none=("staff",)), ("a", "staff"), False),
    ],
)
def test_an_audience_reaches_by_segments(audience: Audience, segments: tuple[str, ...], is_reached: bool) -> None:  # noqa: FBT001 # a table's column
    assert reaches(audience, replace(SITUATION, shopper=make_shopper("s", *segments))) is is_reached


@pytest.mark.parametrize(
    ("rule", "known", "old", "anybody"),
    [
        ("a", YES, YES, UNKNOWN),
        ("b", NO, NO, UNKNOWN),
        (FREQUENT, YES, UNKNOWN, UNKNOWN),
        (Condition(visits=Visits(at_least=4)), NO, UNKNOWN, UNKNOWN),
        (KEEN, YES, UNKNOWN, UNKNOWN),
        (Condition(interest="shoes", at_least=0.6), NO, UNKNOWN, UNKNOWN),
        (Condition(interest="bags", at_least=0.1), NO, UNKNOWN, UNKNOWN),
        (GERMAN, YES, UNKNOWN, UNKNOWN),
        (Condition(language=("en",)), NO, UNKNOWN, UNKNOWN),
        (HERE, YES, YES, YES),
        (ELSEWHERE, NO, NO, NO),
        (NOON, YES, YES, YES),
        (NIGHT, NO, NO, NO),
        (Condition(all=("a", FREQUENT)), YES, UNKNOWN, UNKNOWN),
        (Condition(all=("b", FREQUENT)), NO, NO, UNKNOWN),
        (Condition(any=("a", FREQUENT)), YES, YES, UNKNOWN),
        (Condition(any=("b", FREQUENT)), YES, UNKNOWN, UNKNOWN),
        (Condition(none=("b", FREQUENT)), NO, UNKNOWN, UNKNOWN),
        (Condition(none=("b",)), YES, YES, UNKNOWN),
        (Condition(any=(Condition(all=("b",)), Condition(none=(ELSEWHERE,)))), YES, YES, YES),
        (Condition(all=(NIGHT, "a")), NO, NO, NO),
    ],
)
def test_a_rule_holds_or_not_or_it_is_not_known(rule: Rule, known: Truth, old: Truth, anybody: Truth) -> None:
    asked = [weigh(rule, replace(SITUATION, shopper=shopper)) for shopper in (KNOWN, OLD, None)]

    assert asked == [known, old, anybody]


@pytest.mark.parametrize(
    "audience", [Audience(all=("a",)), Audience(any=("a",)), Audience(none=("a",)), Audience(none=(FREQUENT,))]
)
def test_of_somebody_unknown_nothing_is_assumed(audience: Audience) -> None:
    anybody = replace(SITUATION, shopper=None)
    assert not reaches(audience, anybody)
    assert reaches(EVERYBODY, anybody)
    assert not is_open(audience)


def test_an_offer_for_an_hour_or_a_place_reaches_anybody_then_and_there() -> None:
    assert reaches(Audience(all=(NOON, HERE), none=(NIGHT,)), replace(SITUATION, shopper=None))


def test_what_is_not_known_keeps_nobody_from_being_left_out() -> None:
    assert not reaches(Audience(none=(FREQUENT,)), replace(SITUATION, shopper=OLD))


def test_without_consent_to_personal_offers_segments_count_for_nothing() -> None:
    shopper = Shopper("s", segments=frozenset({"a"}), consents=frozenset({PROXIMITY}))
    situation = replace(SITUATION, shopper=shopper)
    assert not reaches(Audience(all=("a",)), situation)
    assert reaches(EVERYBODY, situation)


@pytest.mark.parametrize(
    ("traits", "truth"),
    [(None, UNKNOWN), ({}, NO), ({"visits": 9.0}, NO), ({"orders": 1.0}, NO), ({"orders": 2.0}, YES)],
)
def test_a_trait_holds_where_it_is_reckoned(traits: dict[str, float] | None, truth: Truth) -> None:
    assert weigh(ORDERED, replace(SITUATION, shopper=KNOWN, traits=traits)) is truth


def test_of_who_does_not_allow_it_no_trait_is_known() -> None:
    shopper = replace(KNOWN, consents=frozenset({PROXIMITY}))

    assert weigh(ORDERED, replace(SITUATION, shopper=shopper, traits={"orders": 2.0})) is UNKNOWN
