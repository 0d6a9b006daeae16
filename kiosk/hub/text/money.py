"""Amounts as the reader of a page writes them."""

from collections.abc import Callable
from decimal import Decimal

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
_GERMAN = str.maketrans(",.", ".,")


def find_sign(currency: str) -> str:
    """The currency's sign; one without a sign keeps its code."""
    return _SIGNS.get(currency, currency)


def find_mark(language: str) -> str:
    """What stands between whole units and cents."""
    return "," if language == "de" else "."


def split_amount(amount: Decimal) -> tuple[str, str]:
    """Whole units, and two digits of cents."""
    whole, cents = f"{amount:.2f}".split(".")
    return whole, cents


def format_money(amount: Decimal, currency: str, language: str) -> str:
    """`1.249,00 €` in German, `€1,249.00` in English."""
    return _put_sign(f"{amount:,.2f}", currency, language)


def format_sum(amount: int, currency: str, language: str) -> str:
    """`30.483 €` in German, `€30,483` in English: whole units, where cents tell nothing."""
    return _put_sign(f"{amount:,}", currency, language)


def _put_sign(english: str, currency: str, language: str) -> str:
    sign = find_sign(currency)
    if language == "de":
        return f"{english.translate(_GERMAN)}\N{NO-BREAK SPACE}{sign}"
    return f"{sign}{english}" if currency in _SIGNS else f"{sign}\N{NO-BREAK SPACE}{english}"


def format_count(number: int, language: str) -> str:
    """`1.249` in German, `1,249` in English: a whole number, in the groups of an amount."""
    english = f"{number:,}"
    return english.translate(_GERMAN) if language == "de" else english


def format_percent(percent: Decimal | int, language: str) -> str:
    """`19 %` in German, `19%` in English."""
    return f"{percent}\N{NO-BREAK SPACE}%" if language == "de" else f"{percent}%"


def make_print(currency: str, language: str) -> Callable[[Decimal], str]:
    """Writes amounts of this currency in this language."""
    return lambda amount: format_money(amount, currency, language)
