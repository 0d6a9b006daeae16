"""What may take something off a member's basket: the store's promotions, and the offers that she kept."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from operator import itemgetter

from msgspec.structs import replace
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kiosk.codes.reading import GTIN_DIGITS
from kiosk.hub.domain.basket.goods import mark_line
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.price import reckon_reduction
from kiosk.hub.models.catalogue.promotion import Promotion, list_promotions
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.settlement.promotion_use import add_up_uses, count_uses
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.cents import round_to_cents, to_amount
from kiosk.pricing.effect import Amount

KEPT = StackGroup(0, "offer")
"""A kept offer is a price of its own: it and a promotion of this group never touch the same piece."""


def list_benefits(
    session: Session, store_id: str, keys: Collection[str], now: datetime, lines: Collection[BasketLine]
) -> list[Benefit]:
    """All that hold now for the member of these keys, who buys these lines."""
    promotions = [_limit(session, promotion, keys) for promotion in list_promotions(session, store_id, now)]
    kept = (_make_benefit(session, bookmark, offer, now, lines) for bookmark, offer in _list_kept(session, keys, now))
    return [*promotions, *filter(None, kept)]


def _limit(session: Session, promotion: Promotion, keys: Collection[str]) -> Benefit:
    """As far as it is not used up, by whom else and by her."""
    benefit, place = promotion.benefit, (promotion.store_id, promotion.id)
    if promotion.per_member is not None and count_uses(session, *place, keys) >= promotion.per_member:
        return replace(benefit, most=0)
    if benefit.budget is None:
        return benefit
    return replace(benefit, budget=max(benefit.budget - add_up_uses(session, *place), Decimal(0)))


def _list_kept(session: Session, keys: Collection[str], now: datetime) -> Collection[tuple[Bookmark, Offer]]:
    """Each offer once, however often she kept it: it is one piece that she was promised."""
    is_good = or_(Bookmark.expires_at.is_(None), Bookmark.expires_at > now)
    query = select(Bookmark, Offer).join(Offer, Offer.id == Bookmark.offer_id)
    query = query.where(Bookmark.member_key.in_(keys), Bookmark.state == "issued", is_good, Offer.gtin.is_not(None))
    latest_first = session.execute(query.order_by(Bookmark.kept_at.desc(), Bookmark.id.desc()))
    return {offer.id: (bookmark, offer) for bookmark, offer in latest_first}.values()


def _make_benefit(
    session: Session, bookmark: Bookmark, offer: Offer, now: datetime, lines: Collection[BasketLine]
) -> Benefit | None:
    """What the article costs beyond the offer's price; of pieces that are weighed it is for the heaviest."""
    article = find_article(session, bookmark.store_id, (offer.gtin or "").zfill(GTIN_DIGITS))
    price = reckon_reduction(offer.prices, now).amount
    is_over = offer.valid_until is not None and offer.valid_until <= now
    if article is None or price is None or is_over or article.currency != offer.currency:
        return None
    weights = {mark_line(line): line.weight for line in lines if line.code == article.code and line.weight is not None}
    mark, weight = max(weights.items(), key=itemgetter(1), default=(f"article:{article.code}", Decimal(1)))
    saving = round_to_cents(article.price * weight) - round_to_cents(price * weight)
    if saving <= 0:
        return None
    effect = Amount(to_amount(saving))
    return Benefit(bookmark.id, offer.title, effect, KEPT, frozenset({mark}), most=1, source="coupon")
