from kiosk.pricing.claim import make_claim
from kiosk.pricing.effect import BuyGet
from kiosk.pricing.island import list_islands
from kiosk.pricing.lot import Lot
from kiosk.pricing.plan import make_plan
from tests.pricing.shelf import grant, put

LINES = [put(name, "1.00", 3) for name in "abcde"]
LOTS = [Lot(index, 100, 3) for index in range(5)]
PAIRS = [("a", "b"), ("d", "e"), ("b", "d")]


def list_lines(*pairs: tuple[str, ...]) -> list[set[int]]:
    benefits = [grant("".join(pair), BuyGet(2, 1), *pair) for pair in pairs]
    plan = make_plan([make_claim(place, benefit, LINES) for place, benefit in enumerate(benefits)], LOTS)
    return [set(island.lines) for island in list_islands(plan.steps, 5)]


def test_lines_that_a_benefit_looks_at_together_lie_on_one_island_and_all_others_on_the_first() -> None:
    assert list_lines() == [{0, 1, 2, 3, 4}]
    assert list_lines(*PAIRS[:2]) == [{2}, {0, 1}, {3, 4}]
    assert list_lines(*PAIRS) == [{2}, {0, 1, 3, 4}]


def test_an_island_has_the_steps_that_concern_its_lines() -> None:
    claims = [make_claim(0, grant("ab", BuyGet(2, 1), "a", "b"), LINES)]
    others, island = list_islands(make_plan(claims, LOTS).steps, 5)

    assert [step.claim is None for step in others.steps] == [True]
    assert [step.claim is None for step in island.steps] == [False, True]
