from decimal import Decimal
from itertools import count
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.pricing.basket import Basket, Line
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.cents import to_cents
from kiosk.pricing.effect import Amount, Bundle, BuyGet, Effect, Lump, Part, Percentage, Threshold
from kiosk.pricing.explanation import explain_basket
from kiosk.pricing.price import price_basket
from kiosk.pricing.words import choose_bill_words
from tests.pricing.reference import save_most
from tests.pricing.shelf import RATES, fill, grant, mark, put

TEN, THIRD = Percentage(Decimal(10)), Percentage(Decimal("33.33"))
THREE_FOR_TWO = BuyGet(2, 1)

# A busy machine may stand still in the middle of an example.
FEW = settings(max_examples=20)
SOME = settings(FEW, max_examples=60)
MARKS = st.frozensets(st.sampled_from("abc"), max_size=2)
CENTS = st.integers(0, 2000).map(lambda cents: Decimal(cents).scaleb(-2))
SOME_CENTS = st.integers(1, 1500).map(lambda cents: Decimal(cents).scaleb(-2))
PERCENT = st.sampled_from([Decimal(5), Decimal("12.5"), Decimal(50), Decimal(100)]).map(Percentage)
EFFECTS: st.SearchStrategy[Effect] = st.one_of(
    PERCENT,
    SOME_CENTS.map(Amount),
    st.builds(Bundle, st.lists(st.builds(Part, MARKS, st.integers(1, 2)), min_size=1, max_size=2).map(tuple), CENTS),
    st.builds(BuyGet, st.integers(1, 2), st.integers(1, 2), PERCENT),
    st.builds(Threshold, CENTS, st.one_of(PERCENT, SOME_CENTS.map(Lump))),
)


@st.composite
def draw_baskets(draw: st.DrawFn) -> Basket:
    """Some lines, some of them weighed, with deposit, or of a fixed price."""
    names = map(str, count())
    piece = st.builds(
        Line,
        id=st.builds(lambda: next(names)),
        title=st.just({"en": "Thing"}),
        price=CENTS,
        vat=st.sampled_from(list(RATES)),
        count=st.integers(1, 4),
        deposit=st.sampled_from([Decimal(0), Decimal("0.25")]),
        marks=MARKS,
        is_fixed=st.sampled_from([False, False, False, True]),
    )
    return Basket(tuple(draw(st.lists(piece, max_size=4))), RATES)


@st.composite
def draw_benefits(draw: st.DrawFn) -> list[Benefit]:
    """A few benefits in at most two groups."""
    effects = draw(st.lists(EFFECTS, max_size=5))
    groups = st.integers(0, 1).map(lambda rank: StackGroup(rank, "group"))
    return [
        Benefit(
            f"b{place}",
            {"en": "Less"},
            effect,
            draw(groups),
            draw(MARKS),
            draw(st.sampled_from([None, None, 0, 1, 2])),
            draw(st.one_of(st.none(), st.none(), CENTS)),
        )
        for place, effect in enumerate(effects)
    ]


@SOME
@given(draw_baskets(), draw_benefits())
def test_it_saves_what_trying_everything_saves_and_knows_that_it_does(basket: Basket, benefits: list[Benefit]) -> None:
    priced = price_basket(basket, benefits, most_ways=10_000)

    assert to_cents(priced.saved) == save_most(basket, benefits)
    assert priced.doubt == 0


@FEW
@given(draw_baskets(), draw_benefits())
def test_nothing_costs_less_than_nothing_or_more_than_without_benefits(basket: Basket, benefits: list[Benefit]) -> None:
    priced = price_basket(basket, benefits)
    plain = price_basket(basket)

    assert all(0 <= line.goods <= line.before for line in priced.lines)
    assert priced.total == plain.total - priced.saved <= plain.total
    assert all(line.savings == () for line in priced.lines if line.line.is_fixed)


@FEW
@given(draw_baskets(), draw_benefits(), st.randoms())
def test_no_order_matters(basket: Basket, benefits: list[Benefit], chance: Random) -> None:
    lines, others = list(basket.lines), list(benefits)
    chance.shuffle(lines)
    chance.shuffle(others)
    priced, mixed = price_basket(basket, benefits), price_basket(Basket(tuple(lines), RATES), others)

    assert {one.line.id: one for one in mixed.lines} == {one.line.id: one for one in priced.lines}
    assert (mixed.total, mixed.taxes) == (priced.total, priced.taxes)


@FEW
@given(draw_baskets(), draw_benefits())
def test_every_cent_is_explained_and_taxed_once(basket: Basket, benefits: list[Benefit]) -> None:
    priced = price_basket(basket, benefits)

    assert sum(row.amount for row in explain_basket(priced, choose_bill_words("de"), str)) == priced.total
    assert sum(share.gross for share in priced.taxes) == priced.total
    assert all(share.net + share.tax == share.gross for share in priced.taxes)


@FEW
@given(draw_baskets(), draw_benefits())
def test_no_limit_is_passed(basket: Basket, benefits: list[Benefit]) -> None:
    priced = price_basket(basket, benefits)
    savings = [saving for line in priced.lines for saving in line.savings]

    for benefit in benefits:
        mine = [saving for saving in savings if saving.benefit == benefit.id]
        assert benefit.budget is None or sum(saving.amount for saving in mine) <= benefit.budget
        assert benefit.most != 0 or mine == []
        assert [idle.benefit for idle in priced.idle].count(benefit.id) == (not mine)


@FEW
@given(draw_baskets(), draw_benefits())
def test_a_search_that_ends_early_says_how_much_it_may_have_missed(basket: Basket, benefits: list[Benefit]) -> None:
    hurried, thorough = price_basket(basket, benefits, most_ways=0), price_basket(basket, benefits, most_ways=10_000)

    assert hurried.saved <= thorough.saved <= hurried.saved + hurried.doubt


def test_what_a_group_leaves_goes_to_what_takes_most_off_each_piece() -> None:
    benefits = [
        grant("ten", TEN, "all"),
        grant("two", Amount(Decimal("0.20")), "all"),
        grant("3x2", THREE_FOR_TWO, "a"),
    ]

    priced = price_basket(fill(put("a", "1.00", 4), put("b", "5.00")), benefits)

    assert [(one.benefit, one.count, str(one.amount)) for one in priced.lines[0].savings] == [
        ("3x2", 1, "1.00"),
        ("two", 1, "0.20"),
    ]
    assert [(one.benefit, str(one.amount)) for one in priced.lines[1].savings] == [("ten", "0.50")]
    assert str(priced.total) == "7.30"


def test_groups_stack_each_on_what_the_one_before_left() -> None:
    benefits = [
        grant("ten", TEN),
        grant("third", THIRD, rank=1),
        grant("lump", Threshold(Decimal(9), Lump(Decimal(1))), rank=2),
    ]

    priced = price_basket(fill(put("a", "10.00")), benefits)

    assert [str(one.amount) for one in priced.lines[0].savings] == ["1.00", "1.00", "3.00"]
    assert str(priced.total) == "5.00"


def test_what_would_save_less_than_what_it_stands_in_the_way_of_is_left_out() -> None:
    half = Percentage(Decimal(50))
    benefits = [grant("bundle", Bundle((Part(mark("a")), Part(mark("b"))), Decimal("9.00"))), grant("half", half, "a")]

    priced = price_basket(fill(put("a", "8.00"), put("b", "2.00")), benefits)

    assert str(priced.total) == "6.00"
    assert [(idle.benefit, idle.reason) for idle in priced.idle] == [("bundle", "others_are_better")]
