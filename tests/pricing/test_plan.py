from decimal import Decimal

from kiosk.pricing.benefit import Benefit
from kiosk.pricing.claim import make_claim
from kiosk.pricing.effect import BuyGet, Lump, Percentage, Threshold
from kiosk.pricing.lot import Lot
from kiosk.pricing.plan import Plan, make_plan
from tests.pricing.shelf import grant, put

TEN = Percentage(Decimal(10))
LINES = [put("a", "1.00", 3), put("b", "1.00", 3)]
LOTS = [Lot(0, 100, 3), Lot(1, 100, 3)]
LUMP = Threshold(Decimal(1), Lump(Decimal(1)))


def plan(*benefits: Benefit) -> Plan:
    return make_plan([make_claim(place, benefit, LINES) for place, benefit in enumerate(benefits)], LOTS)


def name(made: Plan) -> list[tuple[str | None, bool]]:
    return [(step.claim.benefit.id if step.claim else None, step.is_contended) for step in made.steps]


def test_groups_come_in_order_and_each_ends_with_what_is_simple() -> None:
    made = plan(grant("late", TEN, rank=1), grant("early", TEN))

    assert [list(step.simple) for step in made.steps] == [[0, 1], [0, 1]]
    assert [step.simple[0][0][0] for step in made.steps] == [-1, 0]


def test_in_a_group_what_saves_most_of_what_it_takes_comes_first() -> None:
    made = plan(grant("one", TEN, "a", most=1), grant("3x2", BuyGet(2, 1), "b"), grant("2x1", BuyGet(1, 1), "b"))

    assert name(made) == [("2x1", True), ("3x2", True), ("one", False), (None, False)]


def test_an_amount_off_all_that_contends_with_nobody_in_the_last_group_comes_last() -> None:
    assert [claim.benefit.id for claim in plan(grant("ten", TEN), grant("lump", LUMP, rank=1)).last] == ["lump"]
    assert plan(grant("ten", TEN, rank=1), grant("lump", LUMP, rank=1)).last == ()
    assert plan(grant("ten", TEN, rank=1), grant("lump", LUMP)).last == ()


def test_nothing_is_planned_for_nothing() -> None:
    assert plan() == Plan((), ())
