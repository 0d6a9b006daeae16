"""For what of a bill the programme rewards: for goods, and neither for deposits nor at prices that the law fixes.

A deposit comes back to her, and whoever gives something for the purchase of a book sells it below its price (BuchPrG,
section 3).
"""

from decimal import Decimal

from kiosk.contract.money import Money
from kiosk.pricing.priced import PricedBasket, PricedLine

_NOTHING = Decimal("0.00")


def reckon_rewarded(one: PricedLine) -> Decimal:
    """What of this line's price she is rewarded for."""
    return _NOTHING if one.line.is_fixed else one.goods


def sum_rewarded(bill: PricedBasket, due: Decimal) -> Money:
    """What of the money that is `due` she is rewarded for: points and credit pay first for what brings nothing."""
    return Money(min(due, sum(map(reckon_rewarded, bill.lines), _NOTHING)), bill.currency)
