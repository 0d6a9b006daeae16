"""How prices are written in a language, so that a scene only has to set type."""

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from kiosk.contract.money import Money, UnitPrice

SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}
WITHOUT_CENTS = frozenset({"JPY", "KRW"})
"""Currencies whose smallest unit is the unit itself (ISO 4217)."""

MINUS = "\u2212"
NO_BREAK_SPACE = "\u00a0"


class PriceText(Struct, frozen=True):
    """A price in the parts that are set differently: `major` large, `minor` raised, the currency on its side.

    `major` carries the decimal sign: "79," and "90" in German, "79." and "90" in English.
    """

    before: str = ""
    major: str = ""
    minor: str = ""
    after: str = ""

    def __str__(self) -> str:
        """The price on one line: "79,90 €" or "€79.90"."""
        return f"{self.before}{self.major}{self.end}"

    @property
    def end(self) -> str:
        """What is raised after the whole units: cents, and the currency where it stands there."""
        return f"{self.minor}{NO_BREAK_SPACE}{self.after}" if self.after else self.minor


def write_price(money: Money | UnitPrice, language: str) -> PriceText:
    """The parts of a price; fractions of a cent are rounded half up."""
    whole, _, cents = f"{_round_amount(money):,}".partition(".")
    symbol = SYMBOLS.get(money.currency, money.currency)
    if language == "de":
        return PriceText("", whole.replace(",", ".") + ("," if cents else ""), cents, symbol)
    glue = "" if len(symbol) == 1 else NO_BREAK_SPACE
    return PriceText(symbol + glue, whole + ("." if cents else ""), cents, "")


def write_percent(percent: int, language: str) -> str:
    """A reduction with a true minus sign, spaced in German (DIN 5008): "-20 %", in English "-20%"."""
    return f"{MINUS}{percent}{NO_BREAK_SPACE if language == 'de' else ''}%"


def _round_amount(money: Money | UnitPrice) -> Decimal:
    step = Decimal(1) if money.currency in WITHOUT_CENTS else Decimal("0.01")
    return money.amount.quantize(step, ROUND_HALF_UP)
