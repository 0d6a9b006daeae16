from decimal import Decimal

import pytest

from kiosk.codes.layout import GENERAL, GERMAN, Layout, Measure, find_layout, read_layout
from kiosk.codes.reading import Reading, Refused
from tests.codes.labels import complete, print_german

WEIGHT = Layout("28IIIIKVVVVVX", "weight", 3)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (print_german("28", "1234", "01250"), Reading("281234", weight=Decimal("1.250"))),
        (print_german("22", "0007", "00399"), Reading("220007", price=Decimal("3.99"))),
        (print_german("25", "0815", "00012"), Reading("250815", count=12)),
    ],
)
def test_a_german_label_says_what_its_piece_weighs_costs_or_counts(label: str, expected: Reading) -> None:
    layout = find_layout(label, GERMAN)

    assert layout is not None
    assert read_layout(label, layout) == expected


def test_a_label_without_a_digit_for_its_measure_is_read_as_scales_are_delivered() -> None:
    label = complete("200123400549")
    layout = find_layout(label, GENERAL)

    assert layout is not None
    assert read_layout(label, layout) == Reading("2001234", price=Decimal("5.49"))


def test_a_code_of_another_prefix_has_no_layout() -> None:
    assert find_layout("4006381333931", GERMAN + GENERAL) is None


def test_a_misread_label_is_noticed_by_either_digit() -> None:
    label = print_german("28", "1234", "01250")
    other_weight = complete(label[:7] + "01251")

    assert read_layout(label[:-1] + str((int(label[-1]) + 1) % 10), WEIGHT) == Refused("wrong_check_digit")
    assert read_layout(other_weight, WEIGHT) == Refused("wrong_measure_digit")


def test_a_label_of_nothing_is_refused() -> None:
    assert read_layout(print_german("28", "1234", "00000"), WEIGHT) == Refused("absurd_measure")


@pytest.mark.parametrize(
    ("pattern", "measure", "decimals"),
    [
        ("", "weight", 3),
        ("28IIIIKVVVVV", "weight", 3),
        ("28IIIIKVVVVVXX", "weight", 3),
        ("40IIIIKVVVVVX", "weight", 3),
        ("28IIIIIIIIIVX", "price", 2),
        ("28IIIKVVVVVVX", "price", 2),
        ("28IIIIKVVVVVX", "price", -1),
        ("28IIIIKVVVVVX", "price", 6),
    ],
)
def test_a_layout_that_would_misread_every_code_cannot_be_made(pattern: str, measure: Measure, decimals: int) -> None:
    with pytest.raises(ValueError, match=r"measure with a check digit|13 places"):
        Layout(pattern, measure, decimals)
