import pytest
from msgspec import structs
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Visits
from kiosk.offers.needs import PERSONAL, Key, Kind, list_keys, list_names, list_needs
from tests.doubles.shop_floor import make_shopper
from tests.offers.test_eligibility import SITUATION

A: Key = ("segment", "a")
B: Key = ("segment", "b")
SHOES: Key = ("interest", "shoes")
FREQUENT = Condition(visits=Visits(at_least=3))
KEEN = Condition(interest="shoes", at_least=0.5)


@pytest.mark.parametrize(
    ("audience", "needs"),
    [
        (Audience(), []),
        (Audience(all=("a", "b")), [{A}, {B}]),
        (Audience(any=("a", "b")), [{A, B}]),
        (Audience(all=("a",), any=("b", KEEN)), [{A}, {B, SHOES}]),
        (Audience(none=("a",)), []),
        (Audience(all=(FREQUENT,)), []),
        (Audience(any=("a", FREQUENT)), []),
        (Audience(all=(Condition(interest="shoes", at_least=0),)), []),
        (Audience(all=(Condition(time=Daypart("09:00", "12:00")),)), []),
        (Audience(all=(Condition(language=("de", "fr")),)), [{("language", "de"), ("language", "fr")}]),
        (Audience(all=(Condition(zone=("shoes",)),)), [{("zone", "shoes")}]),
        (Audience(all=(Condition(all=("a", KEEN)),)), [{A}, {SHOES}]),
        (Audience(any=(Condition(all=(Condition(any=("a", "b")), KEEN)), "a")), [{SHOES, A}]),
        (Audience(any=(Condition(none=("b",)), "a")), []),
    ],
)
def test_the_needs_of_an_audience(audience: Audience, needs: list[set[Key]]) -> None:
    assert list_needs(audience) == needs


def test_a_situation_has_a_key_for_each_thing_that_may_be_needed() -> None:
    anna = structs.replace(make_shopper("anna", "a", language="de"), interests={"shoes": 0.1})

    keys = set(list_keys(replace(SITUATION, shopper=anna)))

    assert keys == {A, SHOES, ("language", "de"), ("zone", "shoes")}


def test_a_shopper_has_names_of_every_kind_but_no_place() -> None:
    anna = structs.replace(make_shopper("anna", "a", language="de"), interests={"shoes": 0.1})
    kinds: tuple[Kind, ...] = (*PERSONAL, "zone")

    names = [sorted(list_names(anna, kind)) for kind in kinds]

    assert names == [["a"], ["shoes"], ["de"], []]


def test_of_what_is_not_known_there_is_no_key() -> None:
    assert set(list_keys(replace(SITUATION, shopper=make_shopper("anna")))) == {("zone", "shoes")}
    assert set(list_keys(replace(SITUATION, shopper=None))) == {("zone", "shoes")}
