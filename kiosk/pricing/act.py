"""What a benefit does once it is clear that it holds, in the whole numbers by which it is reckoned."""

from typing import TypeAlias, assert_never

from msgspec import Struct

from kiosk.pricing.cents import to_cents
from kiosk.pricing.effect import Amount, Bundle, BuyGet, Effect, Lump, Percentage, Threshold


class PercentOff(Struct, frozen=True):
    """So many hundredths of a percent off each piece."""

    hundredths: int


class AmountOff(Struct, frozen=True):
    """So many cents off each piece, and at most all of it."""

    cents: int


class BundleAt(Struct, frozen=True):
    """So many pieces of each part for so many cents."""

    counts: tuple[int, ...]
    cents: int


class CheaperOnes(Struct, frozen=True):
    """Of each so many pieces, the cheapest for so many hundredths of a percent less."""

    size: int
    cheaper: int
    hundredths: int


class LumpOff(Struct, frozen=True):
    """So many cents off all pieces together."""

    cents: int


Act: TypeAlias = PercentOff | AmountOff | BundleAt | CheaperOnes | LumpOff


def make_act(effect: Effect | Lump) -> Act:
    """What this effect does, where its threshold is reached."""
    match effect:
        case Threshold():
            return make_act(effect.off)
        case Percentage():
            return PercentOff(to_cents(effect.percent))
        case Amount():
            return AmountOff(to_cents(effect.amount))
        case Bundle():
            return BundleAt(tuple(part.count for part in effect.parts), to_cents(effect.price))
        case BuyGet():
            return CheaperOnes(effect.buy + effect.get, effect.get, to_cents(effect.off.percent))
        case Lump():
            return LumpOff(to_cents(effect.amount))
        case _:  # pragma: no cover # the type checkers prove that nothing is left
            assert_never(effect)
