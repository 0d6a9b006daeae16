from decimal import Decimal

from msgspec.structs import replace

from kiosk.pricing.effect import BuyGet, Lump, Percentage, Threshold
from kiosk.pricing.explanation import Row, explain_basket, explain_idle
from kiosk.pricing.price import price_basket
from kiosk.pricing.words import choose_bill_words
from tests.pricing.shelf import fill, grant, put

TIMES = "\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}\N{NO-BREAK SPACE}"
GERMAN, ENGLISH = choose_bill_words("de"), choose_bill_words("en")
COLA = replace(put("cola", "1.50", 3), deposit=Decimal("0.25"), title={"de": "Kola", "en": "Cola"})
CAKE = replace(put("cake", "9.90"), weight=Decimal("0.512"))


def print_amount(amount: Decimal) -> str:
    return f"{amount} €"


def test_each_line_says_what_it_costs_why_less_and_what_comes_back() -> None:
    priced = price_basket(fill(COLA, CAKE), [grant("3 for 2", BuyGet(2, 1), "cola")])

    assert explain_basket(priced, ENGLISH, print_amount) == [
        Row("cola", "goods", "Cola", f"3{TIMES}1.50 €", Decimal("4.50")),
        Row("cola", "saving", "3 for 2", "1 of 3 free", Decimal("-1.50")),
        Row("cola", "deposit", "Deposit", f"3{TIMES}0.25 €", Decimal("0.75")),
        Row("cake", "goods", "cake", f"0.512\N{NO-BREAK SPACE}kg{TIMES}9.90 €/kg", Decimal("5.07")),
    ]


def test_it_says_so_in_german_too() -> None:
    priced = price_basket(fill(COLA, CAKE), [grant("alles", BuyGet(2, 1), "cola")])

    assert [(row.text, row.detail) for row in explain_basket(priced, GERMAN, print_amount)] == [
        ("Kola", f"3{TIMES}1.50 €"),
        ("alles", "1 von 3 gratis"),
        ("Pfand", f"3{TIMES}0.25 €"),
        ("cake", f"0,512\N{NO-BREAK SPACE}kg{TIMES}9.90 €/kg"),
    ]


def test_a_piece_that_is_only_cheaper_is_not_called_free() -> None:
    half = grant("third at half price", BuyGet(2, 1, Percentage(Decimal(50))), "cola")
    priced = price_basket(fill(COLA), [half])

    for words, detail in ((ENGLISH, "on 1 of 3"), (GERMAN, "auf 1 von 3")):
        assert explain_basket(priced, words, print_amount)[1] == Row(
            "cola", "saving", "third at half price", detail, Decimal("-0.75")
        )


def test_one_piece_needs_no_detail_and_a_coupon_is_called_one() -> None:
    benefit = replace(grant("lump", Threshold(Decimal(1), Lump(Decimal(1)))), source="coupon")
    priced = price_basket(fill(put("tea", "4.00")), [benefit])

    assert [(row.text, row.detail) for row in explain_basket(priced, ENGLISH, print_amount)] == [
        ("tea", ""),
        ("Kept: lump", ""),
    ]


def test_a_benefit_that_does_not_count_is_explained() -> None:
    priced = price_basket(fill(CAKE), [grant("x", Threshold(Decimal(10), Lump(Decimal(1)))), grant("y", BuyGet(1, 1))])

    assert [explain_idle(idle, ENGLISH, print_amount) for idle in priced.idle] == [
        "You are 4.93 € short.",
        "Something for it is still missing in your basket.",
    ]
