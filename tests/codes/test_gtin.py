import pytest

from kiosk.codes.gtin import read_gtin


@pytest.mark.parametrize(
    ("digits", "gtin"),
    [
        ("96385074", "00000096385074"),  # EAN-8
        ("036000291452", "00036000291452"),  # UPC-A
        ("04252614", "00042100005264"),  # UPC-E
        ("4006381333931", "04006381333931"),  # EAN-13
        ("14006381333938", "14006381333938"),  # GTIN-14
    ],
)
def test_every_kind_of_number_becomes_one_of_14_digits(digits: str, gtin: str) -> None:
    assert read_gtin(digits) == (gtin, None)


@pytest.mark.parametrize("digits", ["96385075", "036000291453", "4006381333932", "14006381333939", "04252615"])
def test_a_digit_that_was_misread_is_noticed(digits: str) -> None:
    assert read_gtin(digits) == ("", "wrong_check_digit")


@pytest.mark.parametrize("digits", ["", "1", "1234567", "123456789", "12345678901"])
def test_other_numbers_of_digits_are_no_code(digits: str) -> None:
    assert read_gtin(digits) == ("", "wrong_length")


def test_eight_digits_that_are_right_as_both_are_a_upc_e_if_they_begin_with_0() -> None:
    assert read_gtin("04000068") == ("00040000000068", None)
    assert read_gtin("14000065") == ("00000014000065", None)
