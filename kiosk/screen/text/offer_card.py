"""What an offer says in one language: the words and figures of a scene, settled before any pixel."""

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.money import UnitPrice
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.phrase import choose_phrase
from kiosk.contract.playlist import Item
from kiosk.offers.price_tag import PriceTag, state_price
from kiosk.screen.text.hyphens import soften_words
from kiosk.screen.text.numbers import join_numbers
from kiosk.screen.text.prices import PriceText, write_percent, write_price
from kiosk.theming.words import Words

NO_PRICE = PriceText()


class OfferCard(Struct, frozen=True):
    """Texts ready to be set; an empty one is not shown."""

    title: str = ""
    text: str = ""
    price: PriceText = NO_PRICE
    struck: str = ""
    lowest: str = ""
    percent: str = ""
    unit: str = ""


def describe_offer(offer: Offer, language: str, words: Words) -> OfferCard:
    """The offer's own words and its price as the law lets it be stated."""
    title, text = (soften_words(choose_phrase(phrase, language)) for phrase in (offer.title, offer.text))
    tag = state_price(offer)
    if tag is None:
        return OfferCard(title, text)
    return OfferCard(
        title=title,
        text=text,
        price=write_price(tag.price, language),
        struck=str(write_price(tag.was, language)) if tag.was else "",
        lowest=write_lowest(tag, language, words),
        percent=write_off(tag, language),
        unit=_write_unit(offer, tag, language, words),
    )


def drop_reduction(card: OfferCard) -> OfferCard:
    """The card for the loop, which states the price and nothing that it was reduced from."""
    return replace(card, struck="", lowest="", percent="")


def pick_offer_picture(offer: Offer, *, upright: bool) -> MediaRef | None:
    """The picture made for this orientation, else the other one."""
    pictures = (offer.image_portrait, offer.image) if upright else (offer.image, offer.image_portrait)
    return pictures[0] or pictures[1]


def is_poster(item: Item) -> bool:
    """Whether its own picture speaks for itself: no words stand on it, and nothing of it may be cut."""
    return item.kind != "video" and item.media is not None and (item.offer is None or item.kind == "text")


def pick_item_picture(item: Item, offer: Offer | None, *, upright: bool) -> MediaRef | None:
    """The picture that an item of the loop shows; the offer's stands in for a video that cannot be had."""
    own = None if item.kind == "video" else _pick_media(item, upright=upright)
    return own or (pick_offer_picture(offer, upright=upright) if offer else None)


def pick_item_video(item: Item, *, upright: bool) -> MediaRef | None:
    """The video that an item of the loop plays."""
    return _pick_media(item, upright=upright) if item.kind == "video" else None


def _pick_media(item: Item, *, upright: bool) -> MediaRef | None:
    media = (item.media_portrait, item.media) if upright else (item.media, item.media_portrait)
    return media[0] or media[1]


def write_lowest(tag: PriceTag, language: str, words: Words) -> str:
    """The small print of a struck price, with the percentage where that refers to another price."""
    if tag.lowest_30d is None:
        return ""
    line = words.lowest_30d.format(price=write_price(tag.lowest_30d, language))
    percent = write_percent(tag.percent, language) if tag.percent and tag.is_of_lowest else ""
    return f"{line} ({percent})" if percent else line


def write_off(tag: PriceTag, language: str) -> str:
    """The percentage that stands beside the struck price, where that is true of it."""
    return write_percent(tag.percent, language) if tag.percent and not tag.is_of_lowest else ""


def write_unit_price(unit_price: UnitPrice, language: str, words: Words) -> str:
    """The price of a stated quantity."""
    return words.unit_price.format(price=write_price(unit_price, language), per=join_numbers(unit_price.per))


def _write_unit(offer: Offer, tag: PriceTag, language: str, words: Words) -> str:
    unit = choose_phrase(offer.unit, language)
    if tag.unit_price is None:
        return unit
    price = write_unit_price(tag.unit_price, language, words)
    return f"{unit} · {price}" if unit else price
