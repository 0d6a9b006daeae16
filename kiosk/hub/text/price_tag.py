"""The price of an offer as a page prints it, by what the law lets it say."""

from dataclasses import dataclass

from kiosk.contract.money import Money
from kiosk.contract.offer import Offer
from kiosk.contract.phrase import choose_phrase
from kiosk.hub.text.money import find_mark, find_sign, format_money, split_amount
from kiosk.hub.text.words import Words
from kiosk.offers.price_tag import PriceTag, state_price


@dataclass(frozen=True, slots=True)
class Tag:
    """Printed texts; those that are empty are not printed. `price` is whole, the next four are its parts."""

    price: str
    whole: str
    mark: str
    cents: str
    sign: str
    was: str
    percent: str
    lowest_30d: str
    unit: str


def make_tag(offer: Offer, words: Words) -> Tag | None:
    """The price tag of an offer; `None`: it has no price."""
    stated = state_price(offer)
    if stated is None:
        return None
    whole, cents = split_amount(stated.price.amount)
    percent = words.percent.format(percent=stated.percent) if stated.percent else ""
    return Tag(
        price=_print_money(stated.price, words),
        whole=whole,
        mark=find_mark(words.language),
        cents=cents,
        sign=find_sign(stated.price.currency),
        was=_print_money(stated.was, words),
        percent="" if stated.is_of_lowest else percent,
        lowest_30d=_print_lowest(stated, percent, words),
        unit=_print_unit(stated, offer, words),
    )


def _print_money(money: Money | None, words: Words) -> str:
    return format_money(money.amount, money.currency, words.language) if money else ""


def _print_lowest(tag: PriceTag, percent: str, words: Words) -> str:
    """With the percentage where that refers to it and not to the struck price."""
    if tag.lowest_30d is None:
        return ""
    line = words.lowest_30d.format(price=_print_money(tag.lowest_30d, words))
    return f"{line}\N{NO-BREAK SPACE}({percent})" if percent and tag.is_of_lowest else line


def _print_unit(tag: PriceTag, offer: Offer, words: Words) -> str:
    """`220 g · 12,73 € / 100 g`, as far as it is known."""
    parts = [choose_phrase(offer.unit, words.language)]
    if tag.unit_price:
        amount = format_money(tag.unit_price.amount, tag.unit_price.currency, words.language)
        parts.append(f"{amount} / {tag.unit_price.per}")
    return " · ".join(part for part in parts if part)
