"""What is told of an article that somebody scanned: its price with the evidence, its variants, what goes with it."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.codes.reading import GTIN_DIGITS
from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, Words
from kiosk.contract.offer import Offer as StatedOffer
from kiosk.hub.domain.basket.goods import mark_article
from kiosk.hub.models.catalogue.article import Article, list_family
from kiosk.hub.models.catalogue.article_price import list_article_prices, reckon_article_reduction
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.unit_price import reckon_unit_price
from kiosk.pricing.benefit import Benefit, fits
from kiosk.pricing.effect import Bundle

_PER_KILOGRAM: Words = {"de": "je kg", "en": "per kg"}


class Facts(Struct, frozen=True):
    """`stated` is the article as an offer of itself: title, price, and the prices that a reduction is measured by.

    `family` are its variants that are sold, `benefits` those made for it rather than for everything, and `offers`
    those of the catalogue that are for everybody.
    """

    article: Article
    stated: StatedOffer
    family: tuple[Article, ...]
    benefits: tuple[Benefit, ...]
    offers: tuple[Offer, ...]


def gather_month(session: Session, article: Article, benefits: Iterable[Benefit], now: datetime) -> Facts:
    """What there is to tell of this article; `benefits` are all that hold for who asks."""
    marks = mark_article(article)
    return Facts(
        article=article,
        stated=_state_article(session, article, now),
        family=tuple(list_family(session, article)),
        benefits=tuple(benefit for benefit in benefits if _is_made_for(benefit, marks)),
        offers=tuple(_list_open_offers(session, article, now)),
    )


def _state_article(session: Session, article: Article, now: datetime) -> StatedOffer:
    """What a label prices has no price of its own, and what is weighed has that of a kilogram."""
    reduction = reckon_article_reduction(list_article_prices(session, article), now)
    is_piece, is_labelled = article.sold_by == "piece", article.sold_by == "label"
    unit_price = reckon_unit_price(article.price, article.currency, article.content, article.content_per)
    return StatedOffer(
        id=article.code,
        title=article.title,
        price=None if is_labelled else Money(article.price, article.currency),
        was=_state_money(article, reduction.was),
        lowest_30d=_state_money(article, reduction.lowest_30d),
        unit=_PER_KILOGRAM if article.sold_by == "weight" else {},
        unit_price=unit_price if is_piece else None,
    )


def _state_money(article: Article, amount: Decimal | None) -> Money | None:
    return None if amount is None else Money(amount, article.currency)


def _is_made_for(benefit: Benefit, marks: frozenset[str]) -> bool:
    """Whether it names what this article is; one for all goods is told of the basket, not of each of them."""
    asked = [benefit.marks]
    if isinstance(benefit.effect, Bundle):
        asked = [part.marks or benefit.marks for part in benefit.effect.parts]
    return fits(benefit.marks, marks) and any(some and fits(some, marks) for some in asked)


def _list_open_offers(session: Session, article: Article, now: datetime) -> list[Offer]:
    """Those for this article that hold now, and are for nobody in particular."""
    is_shown = (Offer.store_id == article.store_id, Offer.archived_at.is_(None), Offer.gtin.is_not(None))
    numbered = session.scalars(select(Offer).where(*is_shown).order_by(Offer.priority.desc(), Offer.id))
    return [
        offer
        for offer in numbered
        if (offer.gtin or "").zfill(GTIN_DIGITS) == article.code
        and (offer.valid_from is None or offer.valid_from <= now)
        and (offer.valid_until is None or now < offer.valid_until)
        and offer.audience == Audience()
        and not offer.individual
    ]
