"""Goods and benefits as tests name them: a line by a letter, a group by its rank."""

from decimal import Decimal

from kiosk.pricing.basket import Basket, Line
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Effect

RATES = {"full": Decimal(19), "less": Decimal(7)}


def mark(*names: str) -> frozenset[str]:
    """Marks, one for each name."""
    return frozenset(names)


def put(name: str, price: str, count: int = 1, *, vat: str = "full", is_fixed: bool = False) -> Line:
    """A line that is found by its own name and by `all`."""
    marks = mark(name, "all")
    return Line(name, {"en": name}, Decimal(price), vat, count, marks=marks, is_fixed=is_fixed)


def fill(*lines: Line) -> Basket:
    """A basket of these lines."""
    return Basket(lines, RATES)


def grant(
    name: str, effect: Effect, *marks: str, rank: int = 0, most: int | None = None, budget: str | None = None
) -> Benefit:
    """A benefit for what has these marks, in the stack group of this rank."""
    left = None if budget is None else Decimal(budget)
    return Benefit(name, {"en": name}, effect, StackGroup(rank, "group"), mark(*marks), most, left)
