"""What stands on a receipt, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class ReceiptWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in. `paid` says by what, by the names of who takes money."""

    language: str
    title: str
    number: str
    sold_at: str
    total: str
    saved: str
    tax: str
    net: str
    vat: str
    gross: str
    paid: Mapping[str, str]
    points: str
    credit: str
    other: str
    returned: str
    seal: str
    serial: str
    counts: str
    begun: str
    ended: str
    signature: str
    unsealed: str
    training: str
    training_money: str
    pdf: str
    json: str


_GERMAN = ReceiptWords(
    language="de",
    title="Kassenbon",
    number="Bon {number}",
    sold_at="Datum",
    total="Summe",
    saved="Darin gespart: {amount}",
    tax="MwSt.",
    net="Netto",
    vat="Steuer",
    gross="Brutto",
    paid=MappingProxyType({"stripe": "Karte (Stripe)", "training": "Trainingskasse, kein Geld"}),
    points="Punkte",
    credit="Guthaben",
    other="Bezahlt",
    returned="Zurückgebracht",
    seal="Technische Sicherheitseinrichtung",
    serial="Seriennummer",
    counts="Transaktion {transaction}, Signatur {counter}",
    begun="Beginn",
    ended="Ende",
    signature="Signatur",
    unsealed="Die Signatur steht noch aus. Sie kommt von selbst auf diesen Bon.",
    training="TRAINING: Diese Signatur gilt vor keinem Amt.",
    training_money="TRAINING: Hier floss kein Geld. Das ist kein Beleg.",
    pdf="Als PDF",
    json="Für andere Programme (JSON)",
)
_ENGLISH = ReceiptWords(
    language="en",
    title="Receipt",
    number="Receipt {number}",
    sold_at="Date",
    total="Total",
    saved="You saved {amount} of it",
    tax="VAT",
    net="Net",
    vat="Tax",
    gross="Gross",
    paid=MappingProxyType({"stripe": "Card (Stripe)", "training": "Training till, no money"}),
    points="Points",
    credit="Credit",
    other="Paid",
    returned="Brought back",
    seal="Technical security device",
    serial="Serial number",
    counts="Transaction {transaction}, signature {counter}",
    begun="Begun",
    ended="Ended",
    signature="Signature",
    unsealed="It is yet to be signed. The signature comes onto this receipt by itself.",
    training="TRAINING: this signature is worth nothing before the law.",
    training_money="TRAINING: no money moved here. This is no receipt.",
    pdf="As PDF",
    json="For other programs (JSON)",
)


def choose_receipt_words(language: str) -> ReceiptWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
