from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given
from msgspec import structs
from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience, Caps, Offer, Validity
from kiosk.contract.rule import Condition, Rule, Trait, Visits
from kiosk.contract.shopper import Shopper
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.eligibility import find_exclusion
from kiosk.offers.shown import NOTHING_SHOWN
from tests.doubles.effort import count_calls
from tests.doubles.shop_floor import BOOTS, MUG, make_shopper
from tests.offers.test_eligibility import NOON, SITUATION, TITLE

NAMES = st.sampled_from(("a", "b", "c"))
DAYPARTS = st.sampled_from((Daypart("09:00", "13:00"), Daypart("13:00", "18:00")))
LEAVES: st.SearchStrategy[Rule] = st.one_of(
    NAMES,
    st.builds(Condition, visits=st.builds(Visits, at_least=st.integers(0, 4))),
    st.builds(Condition, interest=NAMES, at_least=st.sampled_from((0.0, 0.5))),
    st.builds(Condition, language=st.sampled_from((("de",), ("en", "fr")))),
    st.builds(Condition, zone=st.sampled_from((("shoes",), ("bags",), ("bags", "shoes")))),
    st.builds(Condition, time=DAYPARTS),
)
SOME_LEAVES = st.lists(LEAVES, min_size=1, max_size=2).map(tuple)
GROUPS = (
    st.builds(Condition, all=SOME_LEAVES)
    | st.builds(Condition, any=SOME_LEAVES)
    | st.builds(Condition, none=SOME_LEAVES, any=SOME_LEAVES)
)
TREES = st.lists(LEAVES | GROUPS, max_size=2).map(tuple)
HOURS = st.integers(-2, 2).map(lambda hours: NOON + timedelta(hours=hours))
OFFERS = st.lists(
    st.builds(
        Offer,
        id=st.integers(0, 20).map(str),
        title=st.just(TITLE),
        audience=st.builds(Audience, all=TREES, any=TREES, none=TREES),
        zones=st.lists(st.sampled_from(("shoes", "bags")), max_size=2, unique=True).map(tuple),
        valid=st.builds(Validity, start=st.none() | HOURS, until=st.none() | HOURS),
        dayparts=st.lists(DAYPARTS, max_size=1).map(tuple),
    ),
    unique_by=lambda offer: offer.id,
    max_size=6,
)
SHOPPERS = st.none() | st.builds(
    Shopper,
    key=st.just("s"),
    segments=st.frozensets(NAMES, max_size=2),
    consents=st.just(make_shopper("s").consents),
    language=st.sampled_from((None, "de", "en")),
    visits=st.sampled_from((None, 2, 4)),
    interests=st.none() | st.dictionaries(NAMES, st.sampled_from((0.0, 0.4, 0.6)), max_size=2),
)
FRESH = replace(SITUATION, shown=NOTHING_SHOWN)
PAST = datetime(2020, 1, 1, tzinfo=UTC)


def test_offers_are_found_by_id() -> None:
    catalogue = Catalogue([BOOTS, MUG])
    assert catalogue.get_offer("mug") == MUG
    assert catalogue.get_offer("none") is None


def test_the_same_offers_are_the_same_catalogue() -> None:
    assert len({Catalogue([BOOTS, MUG]), Catalogue([MUG, BOOTS]), Catalogue([BOOTS])}) == 2
    assert Catalogue([BOOTS]) != [BOOTS]


def test_a_dropped_offer_is_found_no_more_and_the_others_are() -> None:
    both = Catalogue([structs.replace(MUG, id="cup"), MUG])
    one = both.drop_offer("mug")
    assert [offer.id for offer in one.find_eligible(FRESH)] == ["cup"]
    assert (one.get_offer("mug"), len(one.list_for(frozenset()))) == (None, 1)
    assert len(both.find_eligible(FRESH)) == 2


def test_a_screen_lists_what_it_could_ever_show_the_most_important_first() -> None:
    elsewhere = Offer("bags", {"de": "Taschen"}, zones=("bags",), priority=9)
    here = Offer("laces", {"de": "Senkel"}, zones=("shoes",), priority=1)
    assert Catalogue([MUG, elsewhere, here, BOOTS]).list_for(frozenset({"shoes"})) == [BOOTS, here, MUG]


@given(offers=OFFERS, shopper=SHOPPERS)
def test_the_index_finds_exactly_what_a_look_at_every_offer_finds(offers: list[Offer], shopper: Shopper | None) -> None:
    situation = replace(FRESH, shopper=shopper)
    expected = [offer for offer in offers if find_exclusion(offer, situation) is None]

    selection = Catalogue(offers).select(situation)

    assert selection.offers == sorted(expected, key=lambda offer: offer.id)
    assert len(selection.offers) + len(selection.held) + selection.unsuited == len(offers)


def test_what_suits_and_is_held_back_is_named_with_its_rule() -> None:
    cup, jug = (structs.replace(MUG, id=name, caps=Caps(per_screen_day=0)) for name in ("cup", "jug"))
    bags = Offer("bags", TITLE, zones=("bags",))
    plain = structs.replace(MUG, audience=Audience(none=("a",)))

    selection = Catalogue([HERS, cup, jug, bags, plain]).select(FRESH)

    assert selection.offers == [HERS]
    assert (selection.held, selection.unsuited) == ({"cup": "cap_screen_day", "jug": "cap_screen_day"}, 2)


def test_a_version_names_the_terms_of_the_offers_and_not_their_words() -> None:
    version = Catalogue([HERS, MUG]).version

    assert Catalogue([structs.replace(MUG, title={"de": "Tasse"}), HERS]).version == version
    assert Catalogue([HERS, structs.replace(MUG, zones=("bags",))]).version != version
    assert Catalogue([HERS]).version == Catalogue([HERS, MUG]).drop_offer(MUG.id).version != version


def test_an_offer_that_ends_before_it_begins_is_never_found() -> None:
    never = Offer("o", TITLE, valid=Validity(start=NOON, until=NOON - timedelta(hours=1)))

    assert Catalogue([never]).find_eligible(FRESH) == []


LUNCH = Daypart("12:30", "14:00")
HERS = Offer("x", TITLE, audience=Audience(all=("a",)))
CROWDS: dict[str, Callable[[int], Offer]] = {
    "over": lambda number: structs.replace(HERS, valid=Validity(until=PAST + timedelta(seconds=number))),
    "to come": lambda number: structs.replace(HERS, valid=Validity(start=NOON + timedelta(seconds=number + 1))),
    "elsewhere": lambda _: structs.replace(HERS, zones=("bags",)),
    "at another hour": lambda _: structs.replace(HERS, dayparts=(LUNCH,)),
    "by rule at another hour": lambda _: _make_narrower(Condition(time=LUNCH)),
    "by rule elsewhere": lambda _: _make_narrower(Condition(zone=("bags",))),
    "for fewer": lambda number: _make_narrower(f"s-{number}"),
    "in another language": lambda _: _make_narrower(Condition(language=("fi",))),
    "for another taste": lambda _: _make_narrower(Condition(interest="bags", at_least=0.5)),
    "for a stronger taste": lambda number: _make_narrower(Condition(interest="a", at_least=0.7 + number % 20 / 100)),
    "for who comes more often": lambda number: _make_narrower(Condition(visits=Visits(at_least=50 + number % 20))),
    "for whom something is reckoned": lambda _: _make_narrower(Condition(trait=Trait("orders", at_least=1))),
    "not for her": lambda _: structs.replace(HERS, audience=Audience(all=("a",), none=(Condition(language=("de",)),))),
}


def _make_narrower(rule: Rule) -> Offer:
    return structs.replace(HERS, audience=Audience(all=("a", rule)))


def _make_catalogue(make: Callable[[int], Offer], count: int) -> Catalogue:
    crowd = (structs.replace(make(number), id=f"x-{number}") for number in range(count))
    return Catalogue([structs.replace(HERS, id="o"), *crowd])


@pytest.mark.parametrize("crowd", CROWDS)
def test_a_hundred_times_as_many_offers_that_are_not_for_her_now_cost_next_to_nothing(crowd: str) -> None:
    few, many = (_make_catalogue(CROWDS[crowd], count) for count in (100, 10_000))

    assert [offer.id for offer in many.find_eligible(FRESH)] == ["o"]
    assert count_calls(lambda: many.find_eligible(FRESH)) <= count_calls(lambda: few.find_eligible(FRESH)) + 21
