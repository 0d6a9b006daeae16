import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.codes.layout import GENERAL, GERMAN
from kiosk.codes.read import LONGEST, read_code
from kiosk.codes.reading import Reading, Refused
from tests.codes.labels import complete, print_german

LAYOUTS = GERMAN + GENERAL
PEN = Reading("04006381333931")
GROUP_SEPARATOR = "\x1d"


@pytest.mark.parametrize(
    "text",
    [
        "4006381333931",
        " 4006381333931\r\n",
        "4 006381 333931",
        "4-006381-333931",
        "04006381333931",
        "]E04006381333931",
        "]C10104006381333931",
        f"]d2{GROUP_SEPARATOR}0104006381333931",
        "(01)04006381333931",
        "https://id.gs1.org/01/04006381333931",
        "HTTPS://shop.example/de/01/4006381333931?utm=x",
    ],
)
def test_one_article_is_read_from_every_code_that_it_bears(text: str) -> None:
    assert read_code(text, LAYOUTS) == PEN


@pytest.mark.parametrize("label", [print_german("28", "1234", "01250"), print_german("28", "1234", "01250").zfill(14)])
def test_a_label_of_the_stores_own_scales_is_read_by_its_layout(label: str) -> None:
    assert read_code(label, LAYOUTS) == read_code(f"]E0{print_german('28', '1234', '01250')}", LAYOUTS)
    assert isinstance(read_code(label, LAYOUTS), Reading)


def test_a_upc_a_that_begins_with_2_is_a_label_too() -> None:
    label = complete("02123400549" + "0")[1:]

    assert read_code(label, LAYOUTS) == read_code(f"0{label}", LAYOUTS)


def test_without_layouts_a_label_is_one_number_as_a_whole() -> None:
    label = print_german("28", "1234", "01250")

    assert read_code(label) == Reading(label.zfill(14))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("]C1", "empty"),
        ("1" * (LONGEST + 1), "too_long"),
        ("milk", "no_code"),
        ("٤٠٠٦٣٨١٣٣٣٩٣١", "no_code"),
        ("4006381\x00333931", "no_code"),
        ("12345", "wrong_length"),
        ("4006381333932", "wrong_check_digit"),
        ("https://shop.example/", "no_article"),
        ("https://[", "no_article"),
        ("https://id.gs1.org/01/04006381333930", "wrong_check_digit"),
        ("(99", "not_understood"),
        ("0104006381", "wrong_length"),
        ("01040063813339", "wrong_check_digit"),
        ("0104006381333x931", "not_understood"),
        ("00106141412345678908", "no_article"),
    ],
)
def test_every_other_text_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert isinstance(refused := read_code(text, LAYOUTS), Refused)
    assert refused.reason == reason


PIECES = st.sampled_from(
    ["01", "02", "3103", "3922", "3932", "(", ")", "30", "37", GROUP_SEPARATOR, "]C1", "http://", "/"]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="0123456789", max_size=40),
    st.lists(st.one_of(PIECES, st.text(alphabet="0123456789%?=&[]", max_size=16)), max_size=12).map("".join),
    st.lists(PIECES, max_size=4).map("".join).map(lambda path: f"https://id.gs1.org/{path}"),
)


@given(TEXTS)
def test_no_text_is_without_an_answer_and_none_is_measured_absurdly(text: str) -> None:
    read = read_code(text, LAYOUTS)

    assert isinstance(read, Refused) or (read.article.isdecimal() and len(read.article) <= 14)
    assert isinstance(read, Refused) or all(
        value is None or value > 0 for value in (read.weight, read.price, read.count)
    )


@given(st.text(alphabet="0123456789", min_size=12, max_size=12), st.integers(0, 12), st.integers(1, 9))
def test_one_digit_that_is_misread_is_always_noticed(payload: str, place: int, by: int) -> None:
    right = complete(payload)
    wrong = right[:place] + str((int(right[place]) + by) % 10) + right[place + 1 :]

    assert isinstance(read_code(right), Reading)
    assert read_code(wrong) == Refused("wrong_check_digit")
