"""What is signed of a sale in Germany, and the code on its receipt: pure.

Source: DSFinV-K 2.4, appendix I (process type "Kassenbeleg-V1", and the QR code of a receipt).
"""

from collections.abc import Mapping
from decimal import Decimal

from kiosk.hub.fiscal.signer import Sale, Seal

PROCESS = "Kassenbeleg-V1"
_RATES = tuple(map(Decimal, ("19", "7", "10.7", "5.5", "0")))
"""The order in which the turnover of each rate is said."""
_CENT = Decimal("0.01")


def make_process_data(turnover: Mapping[Decimal, Decimal], paid: Decimal, currency: str = "EUR") -> str:
    """The gross turnover by its rate in percent, and what was paid without cash.

    Raises `ValueError` for a rate that Germany does not know.
    """
    if strange := [str(rate) for rate in turnover if rate not in _RATES]:
        message = f"no rate of Germany: {', '.join(strange)}"
        raise ValueError(message)
    gross = "_".join(f"{turnover.get(rate, Decimal(0)).quantize(_CENT)}" for rate in _RATES)
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
