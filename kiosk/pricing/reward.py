"""What a purchase brings beside its goods: points and cashback, on what is paid for them in the end."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import TypeAlias

from msgspec import Struct

from kiosk.pricing.benefit import fits
from kiosk.pricing.cents import round_to_cents, to_amount
from kiosk.pricing.priced import Earned, PricedLine
from kiosk.pricing.sound import check

_HUNDRED = Decimal(100)


class Points(Struct, frozen=True, tag="points"):
    """`points` for each whole `per` that is paid. Raises `ValueError` where nothing would bring some."""

    points: int
    per: Decimal

    def __post_init__(self) -> None:
        """Refuse what would never end."""
        check("points", self.points > 0 and self.per > 0)


class Cashback(Struct, frozen=True, tag="cashback"):
    """So many percent of what is paid. Raises `ValueError` for nothing and for more than all of it."""

    percent: Decimal

    def __post_init__(self) -> None:
        """Refuse what is no cashback."""
        check("cashback", 0 < self.percent <= _HUNDRED)


Yield: TypeAlias = Points | Cashback


class Reward(Struct, frozen=True):
    """What lines with one of these `marks` bring, without marks all; `most` is what it may bring this member still.

    Rewards add up: "double points for shoes" is one more reward for shoes.
    """

    id: str
    title: Mapping[str, str]
    brings: Yield
    marks: frozenset[str] = frozenset()
    most: Decimal | None = None


def reckon_reward(reward: Reward, lines: Sequence[PricedLine]) -> Earned:
    """What the reward brings for these lines; deposits bring nothing, nor do prices that the law fixes."""
    paid = sum(
        (one.goods for one in lines if not one.line.is_fixed and fits(reward.marks, one.line.marks)), Decimal("0.00")
    )
    amount = _reckon(reward.brings, paid)
    is_money = isinstance(reward.brings, Cashback)
    return Earned(reward.id, reward.title, amount if reward.most is None else min(amount, reward.most), is_money)


def _reckon(brings: Yield, paid: Decimal) -> Decimal:
    if isinstance(brings, Cashback):
        return to_amount(round_to_cents(paid * brings.percent / _HUNDRED))
    return brings.points * (paid / brings.per).to_integral_value(ROUND_DOWN)
