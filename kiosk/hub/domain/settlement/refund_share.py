"""What goes back for goods: by the line and to the cent, and in sum never more than was paid: pure.

Each refund is what all that is back by now is worth, less what went back before. So whatever comes back in how many
parts, all of it comes to all that was paid. Money goes back first, and points and credit once no money is left.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from kiosk.hub.models.settlement.settlement import Tendered
from kiosk.pricing.cents import round_share, to_amount, to_cents
from kiosk.pricing.priced import PricedBasket, PricedLine


class Bought(Struct, frozen=True):
    """What was bought, and by what it was paid beside money."""

    bill: PricedBasket
    due: Decimal
    tendered: tuple[Tendered, ...]


class RefundShare(Struct, frozen=True):
    """What goes back: by class of tax in `sold`, and by what in `money` and `tendered`."""

    sold: Mapping[str, Decimal]
    money: Decimal
    tendered: tuple[Tendered, ...]

    @property
    def amount(self) -> Decimal:
        """All of it."""
        return sum(self.sold.values(), Decimal("0.00"))


def reckon_refund(bought: Bought, before: Mapping[str, int], after: Mapping[str, int]) -> RefundShare:
    """What goes back once so many pieces of each line are back that before were so many."""
    sold = {share.vat: Decimal("0.00") for share in bought.bill.taxes}
    for one in bought.bill.lines:
        sold[one.line.vat] += to_amount(_worth(one, after) - _worth(one, before))
    return RefundShare(
        sold={vat: amount for vat, amount in sold.items() if amount},
        money=_reckon_money(bought, after) - _reckon_money(bought, before),
        tendered=tuple(_reckon_tendered(bought, before, after)),
    )


def _worth(one: PricedLine, back: Mapping[str, int]) -> int:
    """What so many of its pieces cost together, in cents."""
    return round_share(to_cents(one.total), Fraction(back.get(one.line.id, 0), one.line.count))


def _sum(bought: Bought, back: Mapping[str, int]) -> int:
    return sum(_worth(one, back) for one in bought.bill.lines)


def _reckon_money(bought: Bought, back: Mapping[str, int]) -> Decimal:
    return to_amount(min(to_cents(bought.due), _sum(bought, back)))


def _reckon_tendered(bought: Bought, before: Mapping[str, int], after: Mapping[str, int]) -> Sequence[Tendered]:
    """In the order in which they paid; nothing of a unit of which nothing goes back."""
    ends = [_split(bought, before), _split(bought, after)]
    parts = list[Tendered]()
    for one, was, now in zip(bought.tendered, *ends, strict=True):
        steps, worth = now[0] - was[0], now[1] - was[1]
        if worth:
            parts.append(Tendered(one.payment, one.unit, steps, to_amount(worth)))
    return parts


def _split(bought: Bought, back: Mapping[str, int]) -> list[tuple[int, int]]:
    """Smallest steps and cents of each unit that are back by then."""
    left = _sum(bought, back) - to_cents(_reckon_money(bought, back))
    split = list[tuple[int, int]]()
    for one in bought.tendered:
        worth = min(to_cents(one.worth), left)
        split.append((round_share(one.steps, Fraction(worth, to_cents(one.worth))), worth))
        left -= worth
    return split
