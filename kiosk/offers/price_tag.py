"""What a screen may say about a price: a struck price only with the evidence that the law asks for."""

from decimal import ROUND_DOWN

from msgspec import Struct

from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.offer import Offer
from kiosk.contract.shelf_price import ShelfPrice


class PriceTag(Struct, frozen=True):
    """The figures that may be printed.

    `was` is the struck price; `lowest_30d` must be printed whenever it is given; `percent` is the whole
    percentage of the reduction (rounded down, so that it never promises too much).
    """

    price: Money
    was: Money | None = None
    lowest_30d: Money | None = None
    percent: int | None = None
    unit_price: UnitPrice | None = None

    @property
    def is_of_lowest(self) -> bool:
        """Whether `percent` stands beside `lowest_30d`: `was` is another price, from which it would not be true."""
        return self.lowest_30d is not None and self.lowest_30d != self.was


def state_price(offer: Offer) -> PriceTag | None:
    """The price tag of an offer; `None`: it has no price.

    Source: Directive 98/6/EC, Article 6a (in Germany PAngV section 11): an announced reduction names the lowest
    price of the last 30 days and a percentage refers to it; a reduction for one individual is exempt.
    """
    price, was = offer.price, offer.was
    if price is not None and was is not None and offer.individual and _is_reduced(price, was):
        return PriceTag(price, was, percent=_reckon_percent(price, was), unit_price=offer.unit_price)
    return None if price is None else _state_for_all(price, was, offer.lowest_30d, offer.unit_price)


def state_shelf_price(shelf_price: ShelfPrice) -> PriceTag:
    """The price tag of an article on the shelf, by the same law: what stands there is for everybody."""
    return _state_for_all(shelf_price.price, shelf_price.was, shelf_price.lowest_30d, shelf_price.unit_price)


def _state_for_all(price: Money, was: Money | None, lowest: Money | None, unit_price: UnitPrice | None) -> PriceTag:
    if was is None or lowest is None or not (_is_reduced(price, was) and _is_reduced(price, lowest)):
        return PriceTag(price, unit_price=unit_price)
    return PriceTag(price, was, lowest, _reckon_percent(price, lowest), unit_price)


def _is_reduced(price: Money, reference: Money) -> bool:
    return price.currency == reference.currency and price.amount < reference.amount


def _reckon_percent(price: Money, reference: Money) -> int | None:
    share = (reference.amount - price.amount) / reference.amount * 100
    return int(share.to_integral_value(ROUND_DOWN)) or None
