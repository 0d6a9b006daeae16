"""What a label says of its article, in one language: a panel has room for no more."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.phrase import choose_phrase
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.hub.shelf_labels.drawing import LabelText
from kiosk.hub.text.money import format_money
from kiosk.hub.text.words import Words, choose_words
from kiosk.offers.price_tag import PriceTag, state_shelf_price

_PHRASES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "de": {"per_kg": "je kg", "unit": "{per} = {price}", "deposit": "zzgl. {price} Pfand", "none": "---"},
        "en": {"per_kg": "per kg", "unit": "{per} = {price}", "deposit": "plus {price} deposit", "none": "---"},
    }
)


def write_label(price: ShelfPrice | None, language: str) -> LabelText:
    """The texts; of what is sold no more, or only at its own label's price, nothing that could be taken for one."""
    words = choose_words(language)
    if price is None:
        return LabelText("", _PHRASES[words.language]["none"])
    tag = state_shelf_price(price)
    return LabelText(
        choose_phrase(price.title, words.language),
        _write(tag.price, words),
        _write(tag.was, words) if tag.was else "",
        tuple(_list_fine(price, tag, words)),
    )


def _list_fine(price: ShelfPrice, tag: PriceTag, words: Words) -> Iterator[str]:
    phrases = _PHRASES[words.language]
    if tag.lowest_30d:
        percent = words.percent.format(percent=tag.percent) if tag.percent else ""
        lowest = words.lowest_30d.format(price=_write(tag.lowest_30d, words))
        yield f"{lowest} ({percent})" if percent else lowest
    if price.sold_per == "kg":
        yield phrases["per_kg"]
    if tag.unit_price:
        yield phrases["unit"].format(price=_write(tag.unit_price, words), per=tag.unit_price.per)
    if price.deposit:
        yield phrases["deposit"].format(price=_write(price.deposit, words))


def _write(money: Money | UnitPrice, words: Words) -> str:
    return format_money(money.amount, money.currency, words.language)
