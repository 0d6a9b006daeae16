from hypothesis import given
from hypothesis import strategies as some
from msgspec import structs

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Rule, Trait, Visits
from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper
from kiosk.offers.audience import reaches
from kiosk.offers.census import Census
from tests.offers.test_eligibility import SITUATION

NAMES = ("a", "b", "c")
LANGUAGES = ("de", "en")
BOUNDS = (0.0, 0.3, 0.5, 1.0)

people = some.lists(
    some.builds(
        Shopper,
        key=some.just("s"),
        segments=some.frozensets(some.sampled_from(NAMES)),
        language=some.none() | some.sampled_from(LANGUAGES),
        consents=some.just(frozenset({PERSONAL_OFFERS})),
        visits=some.none() | some.integers(0, 5),
        interests=some.none() | some.dictionaries(some.sampled_from(NAMES), some.sampled_from(BOUNDS)),
    ),
    max_size=8,
)


def _ask_taste(name: str, bound: float) -> Rule:
    return Condition(interest=name, at_least=bound)


def _ask_language(names: list[str]) -> Rule:
    return Condition(language=tuple(names))


def _ask_place(zone: str) -> Rule:
    return Condition(zone=(zone,))


def _ask_hour(start: str) -> Rule:
    return Condition(time=Daypart(start, "13:00"))


def _ask_trait(bound: float) -> Rule:
    return Condition(trait=Trait("orders", at_least=bound))


def _except(rule: Rule, others: tuple[Rule, ...]) -> Rule:
    return Condition(all=others, none=(rule,))


def _either(rule: Rule, others: tuple[Rule, ...]) -> Rule:
    return Condition(any=(rule, *others))


def _list_some(rules: some.SearchStrategy[Rule]) -> some.SearchStrategy[tuple[Rule, ...]]:
    return some.builds(tuple[Rule, ...], some.lists(rules, max_size=2))


visits = some.builds(Visits, some.integers(0, 5), some.none() | some.integers(0, 5))
questions: some.SearchStrategy[Rule] = some.one_of(
    some.sampled_from(NAMES),
    some.builds(Condition, visits=visits),
    some.builds(_ask_taste, some.sampled_from(NAMES), some.sampled_from(BOUNDS)),
    some.builds(_ask_language, some.lists(some.sampled_from(LANGUAGES), min_size=1)),
    some.builds(_ask_place, some.sampled_from(("shoes", "bags"))),
    some.builds(_ask_trait, some.sampled_from(BOUNDS)),
    some.builds(_ask_hour, some.sampled_from(("09:00", "12:00"))),
)
rules: some.SearchStrategy[Rule] = some.one_of(
    questions,
    some.builds(_either, questions, _list_some(questions)),
    some.builds(_except, questions, _list_some(questions)),
)
audiences = some.builds(Audience, all=_list_some(rules), any=_list_some(rules), none=_list_some(rules))


@given(people, audiences)
def test_it_counts_whom_the_audience_reaches_one_by_one(known: list[Shopper], audience: Audience) -> None:
    reached = sum(reaches(audience, structs.replace(SITUATION, shopper=shopper)) for shopper in known)

    assert Census(known).count_reached(audience, SITUATION) == reached


def test_a_bound_that_is_a_whole_number_is_a_bound() -> None:
    keen = Shopper("s", consents=frozenset({PERSONAL_OFFERS}), interests={"a": 1.0})
    audience = Audience(all=(Condition(interest="a", at_least=1),))

    assert Census([keen]).count_reached(audience, SITUATION) == 1
