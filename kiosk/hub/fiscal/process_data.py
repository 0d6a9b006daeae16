"""What is signed of a sale in Germany, and the code on its receipt: pure.

Source: DSFinV-K 2.4, appendix I (process type "Kassenbeleg-V1", and the QR code of a receipt). Compared on 2026-11-23
with what makers of devices publish of it: support.gastro-mis.de, article 36000170276 (the fields, their order and two
decimals), and a receipt in fiskaltrust's interface-doc (appendix-de-kassensichv, examples: the code).
"""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from kiosk.hub.fiscal.signer import Sale, Seal

PROCESS = "Kassenbeleg-V1"
_PLACES: Mapping[Decimal, int] = MappingProxyType({Decimal(19): 0, Decimal(7): 1, Decimal(0): 4})
"""Where the turnover of each rate is said; the two between are of farms (UStG, section 24), whose rates no shop has."""
_COUNT = 5
_CENT = Decimal("0.01")


def make_process_data(turnover: Mapping[Decimal, Decimal], paid: Decimal, currency: str = "EUR") -> str:
    """The gross turnover by its rate in percent, and what was paid without cash.

    Raises `ValueError` for a rate that no shop in Germany has.
    """
    if strange := [str(rate) for rate in turnover if rate not in _PLACES]:
        message = f"no rate of a shop in Germany: {', '.join(strange)}"
        raise ValueError(message)
    amounts = [Decimal(0)] * _COUNT
    for rate, amount in turnover.items():
        amounts[_PLACES[rate]] = amount
    gross = "_".join(f"{amount.quantize(_CENT)}" for amount in amounts)
    foreign = "" if currency == "EUR" else f":{currency}"
    return f"Beleg^{gross}^{paid.quantize(_CENT)}:Unbar{foreign}"


def make_code(till: str, sale: Sale, seal: Seal) -> str:
    """The text of the receipt's QR code, by which an auditor checks it."""
    times = (
        f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z" for moment in (seal.begun_at, seal.ended_at)
    )
    counts = (str(seal.transaction), str(seal.counter))
    parts = ("V0", till, PROCESS, sale.data, *counts, *times, seal.algorithm, "unixTime", seal.signature)
    return ";".join((*parts, seal.public_key))
