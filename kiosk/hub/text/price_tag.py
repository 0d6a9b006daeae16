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
    lowest = _print_money(stated.lowest_30d, words)
    return Tag(
        price=_print_money(stated.price, words),
        whole=whole,
        mark=find_mark(words.language),
        cents=cents,
        sign=find_sign(stated.price.currency),
        was=_print_money(stated.was, words),
        percent=words.percent.format(percent=stated.percent) if stated.percent else "",
        lowest_30d=words.lowest_30d.format(price=lowest) if lowest else "",
        unit=_print_unit(stated, offer, words),
    )


def _print_money(money: Money | None, words: Words) -> str:
    return format_money(money.amount, money.currency, words.language) if money else ""


def _print_unit(tag: PriceTag, offer: Offer, words: Words) -> str:
    """`220 g · 12,73 € / 100 g`, as far as it is known."""
    parts = [choose_phrase(offer.unit, words.language)]
    if tag.unit_price:
        amount = format_money(tag.unit_price.amount, tag.unit_price.currency, words.language)
        parts.append(f"{amount} / {tag.unit_price.per}")
    return " · ".join(part for part in parts if part)
