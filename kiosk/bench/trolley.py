"""Full trolleys and leaflets full of benefits: what a shop prints, and what would be as hard to price as can be."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from kiosk.pricing.basket import Basket, Line
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Amount, Bundle, BuyGet, Effect, Lump, Part, Percentage, Threshold

LINES, BENEFITS = 50, 30
DEPARTMENTS = 8
RATES = {"full": Decimal(19), "reduced": Decimal(7)}
_SHELF, _COUPON, _BASKET = StackGroup(0, "shelf"), StackGroup(1, "coupon"), StackGroup(2, "basket")
_COUNTS = (1, 1, 1, 2, 2, 3, 6)


def fill_trolley(chance: Random) -> Basket:
    """Fifty lines of one to six pieces, from eight departments."""
    return Basket(tuple(_take_line(chance, number) for number in range(LINES)), RATES)


def print_leaflet(chance: Random) -> list[Benefit]:
    """As a shop prints it: most of it for single articles, some for a department, few for several articles together."""
    makers: list[tuple[int, Callable[[Random, str], Benefit]]] = [
        (14, _reduce_article),
        (4, _reduce_department),
        (6, _sell_three_for_two),
        (3, _give_coupon),
        (2, _bundle),
        (1, _top_off),
    ]
    names = (f"b{number:02}" for number in range(BENEFITS))
    return [make(chance, next(names)) for count, make in makers for _ in range(count)]


def print_riddle(chance: Random) -> list[Benefit]:
    """As no shop prints it: all of it looks at several pieces of the same few departments."""
    makers = (_sell_three_for_two_anywhere, _bundle, _give_coupon)
    return [chance.choice(makers)(chance, f"b{number:02}") for number in range(BENEFITS)]


def _take_line(chance: Random, number: int) -> Line:
    price = Decimal(chance.randrange(49, 2999)).scaleb(-2)
    marks = frozenset({f"article:{number}", f"department:{number % DEPARTMENTS}"})
    return Line(f"l{number:02}", {}, price, chance.choice(tuple(RATES)), chance.choice(_COUNTS), marks=marks)


def _reduce_article(chance: Random, name: str) -> Benefit:
    effects: tuple[Effect, ...] = (Percentage(Decimal(chance.randrange(5, 40))), Amount(Decimal("0.50")))
    return Benefit(name, {}, chance.choice(effects), _SHELF, _name_article(chance))


def _reduce_department(chance: Random, name: str) -> Benefit:
    return Benefit(name, {}, Percentage(Decimal(10)), _SHELF, _name_department(chance))


def _sell_three_for_two(chance: Random, name: str) -> Benefit:
    return Benefit(name, {}, BuyGet(2, 1), _SHELF, _name_article(chance) | _name_article(chance))


def _sell_three_for_two_anywhere(chance: Random, name: str) -> Benefit:
    return Benefit(name, {}, BuyGet(chance.randrange(1, 4), 1), _SHELF, _name_department(chance))


def _give_coupon(chance: Random, name: str) -> Benefit:
    return Benefit(name, {}, Percentage(Decimal(20)), _COUPON, _name_department(chance), most=1, source="coupon")


def _bundle(chance: Random, name: str) -> Benefit:
    parts = (Part(_name_department(chance)), Part(_name_department(chance)))
    return Benefit(name, {}, Bundle(parts, Decimal("9.99")), _SHELF, most=1)


def _top_off(_chance: Random, name: str) -> Benefit:
    return Benefit(name, {}, Threshold(Decimal(100), Lump(Decimal(10))), _BASKET)


def _name_article(chance: Random) -> frozenset[str]:
    return frozenset({f"article:{chance.randrange(LINES)}"})


def _name_department(chance: Random) -> frozenset[str]:
    return frozenset({f"department:{chance.randrange(DEPARTMENTS)}"})
