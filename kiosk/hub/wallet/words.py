"""Every phrase that stands on a coupon in a wallet, and on the button that puts it there, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class PassWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in."""

    coupon: str
    price: str
    offer: str
    until: str
    state: str
    redeemed: str
    lapsed: str
    void: str
    erased: str
    about: str
    how: str
    how_text: str
    terms: str
    conversation: str
    changed: str
    to_apple: str
    to_google: str
    heading: str


GERMAN = PassWords(
    coupon="Gemerktes Angebot",
    price="Preis",
    offer="Für Sie gemerkt",
    until="Gültig bis",
    state="Stand",
    redeemed="Eingelöst",
    lapsed="Abgelaufen",
    void="Ungültig",
    erased="Gelöscht",
    about="Zum Angebot",
    how="So lösen Sie es ein",
    how_text="Zeigen Sie den Code an der Kasse, wenn Sie bezahlen. Er gilt einmal: Wer ihn sieht, kann ihn einlösen.",
    terms="Zum Preis",
    conversation="Ihr Gespräch mit {store}",
    changed="Neu: %@",
    to_apple="In Apple Wallet legen",
    to_google="In Google Wallet sichern",
    heading="Auf dem Handy dabei",
)
ENGLISH = PassWords(
    coupon="Kept offer",
    price="Price",
    offer="Kept for you",
    until="Valid until",
    state="Status",
    redeemed="Redeemed",
    lapsed="Lapsed",
    void="Void",
    erased="Deleted",
    about="About the offer",
    how="How to redeem it",
    how_text="Show the code at the till when you pay. It counts once: whoever sees it can redeem it.",
    terms="About the price",
    conversation="Your conversation with {store}",
    changed="New: %@",
    to_apple="Add to Apple Wallet",
    to_google="Save to Google Wallet",
    heading="On your phone",
)

PASS_WORDS: Mapping[str, PassWords] = MappingProxyType({"de": GERMAN, "en": ENGLISH})
"""By the language of the page's other phrases."""
