"""The few phrases of a bill, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from kiosk.pricing.priced import IdleReason


class BillWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in. `mark` stands before decimals, `idle` says why not."""

    language: str
    mark: str
    some: str
    coupon: str
    deposit: str
    idle: Mapping[IdleReason, str]


_GERMAN = BillWords(
    language="de",
    mark=",",
    some="{count} von {all}",
    coupon="Gemerkt: {title}",
    deposit="Pfand",
    idle=MappingProxyType(
        {
            "nothing_fits": "Dafür liegt noch nicht das Passende in Ihrem Korb.",
            "below_threshold": "Es fehlen noch {missing}.",
            "used_up": "Schon aufgebraucht.",
            "others_are_better": "Andere Angebote sparen Ihnen hier mehr.",
        }
    ),
)
_ENGLISH = BillWords(
    language="en",
    mark=".",
    some="{count} of {all}",
    coupon="Kept: {title}",
    deposit="Deposit",
    idle=MappingProxyType(
        {
            "nothing_fits": "What it takes is not in your basket yet.",
            "below_threshold": "You are {missing} short.",
            "used_up": "Used up already.",
            "others_are_better": "Other offers save you more here.",
        }
    ),
)


def choose_bill_words(language: str) -> BillWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
