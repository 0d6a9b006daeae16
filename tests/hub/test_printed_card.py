import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.hub.printed_card import Numbering, NumberingRefused, read_number, read_numbering

_GS1, _LUHN = Numbering("29", 13, "gs1"), Numbering("4", 16, "luhn")


def test_an_option_says_how_the_numbers_look() -> None:
    assert [read_numbering(text) for text in ("29:13:gs1", "4:16:luhn", ":8:luhn")] == [
        _GS1,
        _LUHN,
        Numbering("", 8, "luhn"),
    ]


@pytest.mark.parametrize("text", ["", "29", "29:13", "29:13:ean", "x:13:gs1", "29:5:gs1", "29:33:gs1", "123456:7:gs1"])
def test_what_no_card_bears_is_refused_with_how_it_is_written(text: str) -> None:
    with pytest.raises(NumberingRefused, match=r"^--card-numbers: .*29:13:gs1"):
        read_numbering(text)


# 6291041500213 is GS1's own example of a check digit, and 4111 1111 1111 1111 a well-known test number by Luhn.
@pytest.mark.parametrize(
    ("numbering", "said", "number"),
    [
        (Numbering("629", 13, "gs1"), "6291041500213", "6291041500213"),
        (Numbering("629", 13, "gs1"), " 629-1041.500 213", "6291041500213"),
        (Numbering("629", 13, "gs1"), "6291041500214", None),
        (_LUHN, "4111 1111 1111 1111", "4111111111111111"),
        (_LUHN, "4111 1111 1111 1112", None),
        (_LUHN, "4111 1111 1111 111", None),
        (_GS1, "6291041500213", None),
        (_GS1, "", None),
        (_GS1, "https://card.example/29", None),
        (_LUHN, "٤١١١١١١١١١١١١١١١", None),
    ],
)
def test_a_number_is_read_without_its_gaps_if_it_is_one(numbering: Numbering, said: str, number: str | None) -> None:
    assert read_number(numbering, said) == number


@given(body=some.text("0123456789", min_size=11, max_size=11), check=some.sampled_from(["gs1", "luhn"]))
def test_to_each_number_there_is_one_check_digit_and_a_mistyped_one_is_noticed(body: str, check: str) -> None:
    numbering = read_numbering(f":12:{check}")
    good = [body + digit for digit in "0123456789" if read_number(numbering, body + digit)]

    assert len(good) == 1
    mistyped = str((int(good[0][0]) + 1) % 10) + good[0][1:]
    assert read_number(numbering, mistyped) is None
