"""Why a basket costs what it costs, line by line: rows whose amounts sum to its total, in the reader's language."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.contract.phrase import choose_phrase
from kiosk.pricing.basket import Line
from kiosk.pricing.priced import Idle, PricedBasket, PricedLine, Saving
from kiosk.pricing.words import BillWords

_TIMES = "\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}\N{NO-BREAK SPACE}"
_KILOGRAMS = "\N{NO-BREAK SPACE}kg"
Kind = Literal["goods", "saving", "deposit"]
Print: TypeAlias = Callable[[Decimal], str]
"""Writes an amount of the basket's currency as readers of the language do."""


class Row(Struct, frozen=True):
    """A row of the bill: what it is for, and how much it adds, or takes off; `line` is whose row it is.

    `detail` says of how much: pieces, or kilograms, at which price; empty for all there is.
    """

    line: str
    kind: Kind
    text: str
    detail: str
    amount: Decimal


def explain_basket(priced: PricedBasket, words: BillWords, print_amount: Print) -> list[Row]:
    """The rows, in the order of the basket's lines."""
    return [row for line in priced.lines for row in explain_line(line, words, print_amount)]


def explain_line(priced: PricedLine, words: BillWords, print_amount: Print) -> Iterator[Row]:
    """The goods at their price, then what each benefit takes off, then the deposit."""
    line = priced.line
    title = choose_phrase(line.title, words.language)
    yield Row(line.id, "goods", title, _tell_goods(line, words, print_amount), priced.before)
    for saving in priced.savings:
        yield Row(line.id, "saving", _name_saving(saving, words), _tell_share(line, saving, words), -saving.amount)
    if priced.deposit:
        yield Row(line.id, "deposit", words.deposit, _tell_pieces(line, line.deposit, print_amount), priced.deposit)


def explain_idle(idle: Idle, words: BillWords, print_amount: Print) -> str:
    """Why a benefit takes nothing off."""
    missing = print_amount(idle.missing) if idle.missing is not None else ""
    return words.idle[idle.reason].format(missing=missing)


def print_weight(weight: Decimal, words: BillWords) -> str:
    """So many kilograms, with as many decimals as are given."""
    return f"{weight:f}".replace(".", words.mark) + _KILOGRAMS


def _tell_goods(line: Line, words: BillWords, print_amount: Print) -> str:
    if line.weight is None:
        return _tell_pieces(line, line.price, print_amount)
    return f"{print_weight(line.weight, words)}{_TIMES}{print_amount(line.price)}/kg"


def _tell_pieces(line: Line, price: Decimal, print_amount: Print) -> str:
    return "" if line.count == 1 else f"{line.count}{_TIMES}{print_amount(price)}"


def _name_saving(saving: Saving, words: BillWords) -> str:
    title = choose_phrase(saving.title, words.language)
    return words.coupon.format(title=title) if saving.source == "coupon" else title


def _tell_share(line: Line, saving: Saving, words: BillWords) -> str:
    if saving.count == line.count:
        return ""
    is_free = saving.amount == saving.count * line.price
    return (words.free if is_free else words.some).format(count=saving.count, all=line.count)
