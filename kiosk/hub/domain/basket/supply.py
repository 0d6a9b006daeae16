"""What the store's own count of its goods tells who kept an offer: that they are back, or gone again.

The goods of an offer are the article of its number, with the other sizes and colours of its family.
"""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.codes.reading import GTIN_DIGITS
from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.article import Article, list_family
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.store.happening import Happening, end_happenings


def note_supply(hub: Hub, session: Session, article: Article, before: int | None) -> None:
    """Have it happen that goods are back, where there was none of them; or that they are gone, so nobody is told so.

    `before` is how many of the article there were; of what nobody counts nothing is told.
    """
    is_back = before == 0 and bool(article.stock) and article.archived_at is None
    is_gone = before != 0 and article.stock == 0
    family = list_family(session, article) if is_back or is_gone else []
    if not (is_back or is_gone) or any(one.stock != 0 for one in family):
        return
    offers = _list_offers(session, article.store_id, {article.code, *(one.code for one in family)})
    if is_back:
        session.add_all(_make_back(hub, article.store_id, offer) for offer in offers)
    else:
        end_happenings(session, "back_in_stock", offers, hub.now())
    session.flush()


def _list_offers(session: Session, store_id: str, codes: Collection[str]) -> list[str]:
    query = select(Offer.id, Offer.gtin).where(
        Offer.store_id == store_id, Offer.archived_at.is_(None), Offer.gtin.is_not(None)
    )
    return [offer for offer, gtin in session.execute(query) if (gtin or "").zfill(GTIN_DIGITS) in codes]


def _make_back(hub: Hub, store_id: str, offer: str) -> Happening:
    happening_id = f"stock:{hub.mint()}"
    return Happening(store_id=store_id, id=happening_id, kind="back_in_stock", happened_at=hub.now(), offer_id=offer)
