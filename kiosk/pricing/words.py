"""The few phrases of a bill, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from kiosk.pricing.priced import IdleReason


class BillWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `mark` stands before decimals, `free` and `some` say on how many pieces a benefit is, and `idle` why it is on none.
    """

    language: str
    mark: str
    free: str
    some: str
    coupon: str
    deposit: str
    idle: Mapping[IdleReason, str]


_GERMAN = BillWords(
    language="de",
    mark=",",
    free="{count} von {all} gratis",
    some="auf {count} von {all}",
    coupon="Gemerkt: {title}",
    deposit="Pfand",
    idle=MappingProxyType(
        {
            "nothing_fits": "Dafür fehlt noch etwas in Ihrem Korb.",
            "below_threshold": "Es fehlen noch {missing}.",
            "used_up": "Schon aufgebraucht.",
            "others_are_better": "Andere Angebote sparen Ihnen hier mehr.",
        }
    ),
)
_ENGLISH = BillWords(
    language="en",
    mark=".",
    free="{count} of {all} free",
    some="on {count} of {all}",
    coupon="Kept: {title}",
    deposit="Deposit",
    idle=MappingProxyType(
        {
            "nothing_fits": "Something for it is still missing in your basket.",
            "below_threshold": "You are {missing} short.",
            "used_up": "Used up already.",
            "others_are_better": "Other offers save you more here.",
        }
    ),
)


def choose_bill_words(language: str) -> BillWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
