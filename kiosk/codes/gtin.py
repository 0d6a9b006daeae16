"""The numbers under bar codes: EAN, UPC and GTIN, brought to 14 digits.

Source: GS1 General Specifications, sections 2.1 (the numbers), 5.2.2.4.2 (UPC-E) and 7.9.1 (the check digit).
"""

from biip import ParseError
from biip.checksums import gs1_standard_check_digit
from biip.upc import Upc

from kiosk.codes.reading import GTIN_DIGITS, Reason

_LENGTHS = (8, 12, 13, GTIN_DIGITS)
_SHORT = 8
_RESTRICTED = "0"
"""With it begin numbers of 8 digits that companies use among themselves (as above, figure 1.4.3-1)."""


def read_gtin(digits: str) -> tuple[str, Reason | None]:
    """The GTIN with 14 digits, or why there is none.

    Eight digits are an EAN-8 or a UPC-E. Where both check digits are right, a UPC-E is what begins with 0: such an
    EAN-8 is no article of trade.
    """
    if len(digits) not in _LENGTHS:
        return "", "wrong_length"
    is_valid = has_check_digit(digits)
    upc = _expand_upc_e(digits) if len(digits) == _SHORT else None
    if upc and (not is_valid or digits.startswith(_RESTRICTED)):
        return upc.zfill(GTIN_DIGITS), None
    return (digits.zfill(GTIN_DIGITS), None) if is_valid else ("", "wrong_check_digit")


def has_check_digit(digits: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    return str(gs1_standard_check_digit(digits[:-1])) == digits[-1]


def _expand_upc_e(digits: str) -> str | None:
    try:
        return Upc.parse(digits).as_upc_a()
    except ParseError:
        return None
