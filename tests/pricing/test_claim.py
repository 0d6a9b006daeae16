from decimal import Decimal

from kiosk.pricing.claim import make_claim, split_parts, take
from kiosk.pricing.effect import Amount, Bundle, BuyGet, Effect, Lump, Part, Percentage, Threshold
from kiosk.pricing.lot import Lot
from tests.pricing.shelf import grant, mark, put

TEN = Percentage(Decimal(10))
LINES = [put("a", "1.00"), put("b", "2.00"), put("c", "3.00", is_fixed=True)]
LOTS = [Lot(0, 100, 1), Lot(1, 200, 1), Lot(2, 300, 1)]


def test_a_claim_is_on_lines_with_its_marks_whose_price_the_law_does_not_fix() -> None:
    assert make_claim(0, grant("x", TEN, "a", "c"), LINES).lines == {0}
    assert make_claim(0, grant("x", TEN), LINES).lines == {0, 1}


def test_a_line_that_fits_several_parts_of_a_bundle_counts_for_the_first() -> None:
    bundle = Bundle((Part(mark("b")), Part(mark("all"))), Decimal("2.50"))
    claim = make_claim(0, grant("x", bundle), LINES)

    assert claim.parts == (frozenset({1}), frozenset({0}))
    assert split_parts(claim, LOTS) == [[LOTS[1]], [LOTS[0]]]


def test_simple_is_what_looks_at_one_piece_and_takes_all_there_are() -> None:
    simple: list[Effect] = [TEN, Amount(Decimal(1)), Threshold(Decimal(1), TEN)]
    others: list[Effect] = [BuyGet(1, 1), Threshold(Decimal(1), Lump(Decimal(1)))]

    assert [make_claim(0, grant("x", one), LINES).is_simple for one in simple] == [True] * 3
    assert [make_claim(0, grant("x", one), LINES).is_simple for one in others] == [False] * 2
    assert not make_claim(0, grant("x", TEN, most=1), LINES).is_simple


def test_lots_of_other_lines_are_left_alone() -> None:
    done = take(make_claim(0, grant("x", TEN, "b"), LINES), LOTS)

    assert done.taken == [Lot(1, 180, 1)]
    assert done.left == [LOTS[0], LOTS[2]]


def test_every_act_takes_its_own_pieces() -> None:
    effects: list[tuple[Effect, int]] = [
        (BuyGet(1, 1), 100),
        (Bundle((Part(mark("a")), Part(mark("b"))), Decimal("2.50")), 50),
        (Threshold(Decimal(1), Lump(Decimal("0.30"))), 30),
        (Threshold(Decimal(1), Lump(Decimal(50))), 300),
    ]

    assert [take(make_claim(0, grant("x", effect), LINES), LOTS).saved for effect, _ in effects] == [
        saved for _, saved in effects
    ]
