"""What the glass says of an article that was scanned, or why the code stands for nothing."""

from typing import assert_never

from msgspec.structs import replace

from kiosk.contract.phrase import choose_phrase
from kiosk.contract.scan import ScanAnswer, Variant
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.core.glass.scene import Miss, Scanned
from kiosk.screen.text.numbers import join_numbers
from kiosk.screen.text.offer_card import OfferCard, describe_offer
from kiosk.screen.text.prices import write_price
from kiosk.screen.text.shelf_card import describe_shelf_price
from kiosk.theming.words import Words


def describe_scanned(scene: Scanned, words: Words) -> OfferCard:
    """The article as a shelf states it, with what else is known of it; or the offer that speaks in its place.

    A code that leads to nothing is answered likewise, by what it is and what she can do about it.
    """
    article = scene.answer.article
    if scene.miss:
        return OfferCard(*_phrase_miss(scene.miss, words))
    if article is not None:
        return _describe_article(article, scene, words)
    return describe_offer(scene.offer, scene.language, words) if scene.offer else OfferCard()


def _phrase_miss(miss: Miss, words: Words) -> tuple[str, str]:
    match miss:
        case Miss.UNREADABLE:
            return words.scan_unreadable, words.scan_unreadable_line
        case Miss.UNKNOWN:
            return words.scan_unknown, words.scan_ask
        case Miss.NOT_SOLD:
            return words.scan_not_sold, words.scan_ask
        case Miss.WEIGH_FIRST:
            return words.scan_weigh_first, words.scan_weigh_first_line
        case Miss.ODD_LABEL:
            return words.scan_odd_label, words.scan_ask
        case Miss.UNANSWERED:
            return words.scan_unanswered, words.scan_again
        case _:
            assert_never(miss)


def _describe_article(article: ShelfPrice, scene: Scanned, words: Words) -> OfferCard:
    language = scene.language
    shelf = describe_shelf_price(article, language, words, holds=True)
    card = OfferCard(
        title=shelf.title,
        text=join_numbers(_join_facts(scene, words)),
        price=shelf.price,
        struck=shelf.struck,
        lowest=shelf.lowest,
        percent=shelf.percent,
        unit=shelf.unit,
    )
    return _price_piece(card, article, scene.answer, language, words)


def _price_piece(card: OfferCard, article: ShelfPrice, answer: ScanAnswer, language: str, words: Words) -> OfferCard:
    """Of what was weighed the price of this piece stands there, and small beside it that of a kilogram."""
    if answer.sum is None or article.sold_per != "kg":
        return card
    per_kilogram = words.unit_price.format(price=write_price(article.price, language), per="kg")
    return replace(card, price=write_price(answer.sum, language), struck="", lowest="", percent="", unit=per_kilogram)


def _join_facts(scene: Scanned, words: Words) -> str:
    """All on one line, which begins with a capital; what the shop calls its bundles stands as the shop writes it."""
    titles = [choose_phrase(title, scene.language) for title in scene.answer.matching]
    told = _list_facts(scene, words)
    line = " · ".join([*titles, *told])
    return line if titles else line[:1].upper() + line[1:]


def _list_facts(scene: Scanned, words: Words) -> list[str]:
    answer = scene.answer
    facts = [words.scan_offer] if scene.offer and answer.take_url else []
    if answer.stock is not None:
        facts.append(words.scan_stock.format(count=answer.stock) if answer.stock else words.scan_sold_out)
    names = ", ".join(variant.name for variant in answer.variants if _is_there(variant))
    return [*facts, words.scan_variants.format(names=names)] if names else facts


def _is_there(variant: Variant) -> bool:
    return variant.stock is None or variant.stock > 0
