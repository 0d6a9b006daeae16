from decimal import Decimal

from kiosk.pricing.benefit import Benefit
from kiosk.pricing.claim import make_claim, take
from kiosk.pricing.effect import Bundle, BuyGet, Effect, Part, Percentage
from kiosk.pricing.hope import Hope, list_hopes, reckon_hope
from kiosk.pricing.lot import Lot
from kiosk.pricing.plan import make_plan
from tests.pricing.shelf import grant, mark, put

TEN = Percentage(Decimal(10))
LINES = [put("a", "1.00", 3), put("b", "0.99", 3)]
LOTS = [Lot(0, 100, 3), Lot(1, 99, 3)]


def hope(*benefits: Benefit) -> list[Hope]:
    claims = [make_claim(place, benefit, LINES) for place, benefit in enumerate(benefits)]
    return list_hopes(make_plan(claims, LOTS).steps, LOTS)


def test_hope_is_never_less_than_what_a_benefit_saves() -> None:
    effects: list[Effect] = [
        TEN,
        BuyGet(2, 1),
        BuyGet(1, 2, Percentage(Decimal("12.5"))),
        Bundle((Part(mark("a"), 2), Part(mark("b"))), Decimal("2.00")),
    ]
    for benefit in [grant("x", effect) for effect in effects] + [grant("x", effects[1], most=1, budget="0.40")]:
        saved = take(make_claim(0, benefit, LINES), LOTS).saved
        assert saved <= reckon_hope(hope(benefit)[0], LOTS, []) <= saved + 100


def test_of_one_group_a_piece_hopes_for_the_best_alone_and_of_several_for_all() -> None:
    together, apart = (grant("ten", TEN), grant("3x2", BuyGet(2, 1))), (grant("ten", TEN), grant("x", TEN, rank=1))

    assert hope(*together)[0].free[0] == 33_334
    assert hope(*apart)[0].free[0] == 20_000
    assert hope(*apart)[0].taken[0] == 10_000


def test_at_the_end_there_is_nothing_to_hope_for() -> None:
    assert reckon_hope(hope(grant("ten", TEN))[-1], LOTS, LOTS) == 0
