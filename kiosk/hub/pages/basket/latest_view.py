"""What the page tells of the article that was scanned last: its price with the evidence, stock, sisters, and offers."""

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.facts import Facts, gather_month
from kiosk.hub.domain.basket.standing import BasketStanding
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.offer import Offer, state_offer
from kiosk.hub.text.basket_words import BasketWords, choose_basket_words
from kiosk.hub.text.money import make_print
from kiosk.hub.text.price_tag import Tag, make_tag
from kiosk.hub.text.words import Words
from kiosk.pricing.explanation import explain_idle
from kiosk.pricing.words import choose_bill_words


class HintView(Struct, frozen=True):
    """An offer that matches, what it takes to have it, and the page where it can be kept, if that is what it takes."""

    title: str
    text: str
    link: str


class LatestView(Struct, frozen=True):
    """The article; `tag` is missing where its label has the price."""

    title: str
    tag: Tag | None
    stock: str
    family: str
    hints: list[HintView]


def view_latest(hub: Hub, session: Session, standing: BasketStanding, words: Words) -> LatestView | None:
    """The line that came last into the basket; `None` for an empty one, and for what is sold no more."""
    article = standing.lines[0].article if standing.lines else None
    if article is None:
        return None
    facts = gather_month(session, article, standing.benefits, hub.now())
    phrases = choose_basket_words(words.language)
    return LatestView(
        title=choose_phrase(article.title, phrases.language),
        tag=make_tag(facts.stated, words),
        stock=tell_stock(article, phrases),
        family=tell_family(facts.family, phrases),
        hints=_view_benefits(facts, standing, words.language) + _view_offers(hub, facts, words),
    )


def tell_stock(article: Article, phrases: BasketWords) -> str:
    """How many are there; empty where nobody counts."""
    if article.stock is None:
        return ""
    return phrases.stock.format(count=article.stock) if article.stock else phrases.sold_out


def tell_family(family: tuple[Article, ...], phrases: BasketWords) -> str:
    """Which variants there are besides; empty where there are none."""
    names = [_name_variant(one, phrases) for one in family if one.stock != 0]
    return phrases.family.format(variants=", ".join(names)) if names else ""


def _name_variant(article: Article, phrases: BasketWords) -> str:
    name = article.variant or ""
    return name if article.stock is None else phrases.variant.format(name=name, count=article.stock)


def _view_benefits(facts: Facts, standing: BasketStanding, language: str) -> list[HintView]:
    """Those that take something off already stand in the bill."""
    idle = {one.benefit: one for one in standing.priced.idle}
    words, print_amount = choose_bill_words(language), make_print(standing.priced.currency, language)
    return [
        HintView(choose_phrase(one.title, language), explain_idle(idle[one.id], words, print_amount), "")
        for one in facts.benefits
        if one.id in idle
    ]


def _view_offers(hub: Hub, facts: Facts, words: Words) -> list[HintView]:
    """Those that she could keep, unless she kept one for this article."""
    is_kept = any(benefit.source == "coupon" for benefit in facts.benefits)
    return [] if is_kept else [_view_offer(hub, offer, words) for offer in facts.offers]


def _view_offer(hub: Hub, offer: Offer, words: Words) -> HintView:
    tag = make_tag(state_offer(offer, hub.now()), words)
    title = choose_phrase(offer.title, words.language)
    return HintView(title, tag.price if tag else "", f"/offers/{offer.id}?lang={words.language}")
