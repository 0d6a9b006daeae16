"""The tax that prices hold, class by class.

Source: UStAE 10.1 and 15.4 (Germany): the tax is reckoned out of the sum of what is paid under a class; a deposit goes
with its goods.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kiosk.pricing.cents import round_to_cents, to_amount
from kiosk.pricing.priced import PricedLine, TaxShare

_HUNDRED = Decimal(100)


def share_taxes(lines: Sequence[PricedLine], rates: Mapping[str, Decimal]) -> tuple[TaxShare, ...]:
    """A share for each class that these lines have, by the name of the class."""
    classes = sorted({priced.line.vat for priced in lines})
    return tuple(_share_tax(vat, rates[vat], [one for one in lines if one.line.vat == vat]) for vat in classes)


def _share_tax(vat: str, rate: Decimal, lines: Sequence[PricedLine]) -> TaxShare:
    gross = sum((priced.total for priced in lines), Decimal("0.00"))
    net = to_amount(round_to_cents(gross * _HUNDRED / (_HUNDRED + rate)))
    return TaxShare(vat, rate, gross, net, gross - net)
