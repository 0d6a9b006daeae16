"""What the shelf says of one article: its name, and its price as the law wants it stated where people take it."""

from msgspec import Struct

from kiosk.contract.phrase import choose_phrase
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.offers.price_tag import state_shelf_price
from kiosk.screen.text.hyphens import soften_words
from kiosk.screen.text.numbers import join_numbers
from kiosk.screen.text.offer_card import NO_PRICE, write_lowest, write_off, write_unit_price
from kiosk.screen.text.prices import PriceText, write_price
from kiosk.theming.words import Words

LONGEST_WORD = 16
"""Letters of a word that stays whole: a column of a shelf is narrower than other places."""


class ShelfCard(Struct, frozen=True):
    """Texts ready to be set; an empty one is not shown. Where nobody is certain of the price, `ask` stands for it."""

    code: str
    title: str
    price: PriceText = NO_PRICE
    struck: str = ""
    percent: str = ""
    lowest: str = ""
    unit: str = ""
    ask: str = ""


def describe_shelf_price(shelf_price: ShelfPrice, language: str, words: Words, *, holds: bool) -> ShelfCard:
    """The article; its price only where that `holds`."""
    title = soften_words(join_numbers(choose_phrase(shelf_price.title, language)), LONGEST_WORD)
    if not holds:
        return ShelfCard(shelf_price.code, title, ask=words.shelf_ask)
    tag = state_shelf_price(shelf_price)
    return ShelfCard(
        shelf_price.code,
        title,
        price=write_price(tag.price, language),
        struck=str(write_price(tag.was, language)) if tag.was else "",
        percent=write_off(tag, language),
        lowest=write_lowest(tag, language, words),
        unit=_write_beside(shelf_price, language, words),
    )


def _write_beside(shelf_price: ShelfPrice, language: str, words: Words) -> str:
    """What the price is for, the unit price and the deposit (PAngV sections 4 and 7)."""
    parts = [words.shelf_weighed] if shelf_price.sold_per == "kg" else []
    if shelf_price.unit_price:
        parts.append(write_unit_price(shelf_price.unit_price, language, words))
    if shelf_price.deposit:
        parts.append(words.shelf_deposit.format(price=write_price(shelf_price.deposit, language)))
    return "\n".join(parts)
