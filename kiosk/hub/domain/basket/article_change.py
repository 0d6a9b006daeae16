"""What a change of an article comes to: its price is on record, and who has it in her basket hears of it at once."""

from decimal import Decimal

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.supply import note_supply
from kiosk.hub.models.basket.basket import Basket, list_holders
from kiosk.hub.models.basket.basket_change import BasketChange
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.article_price import note_price


class Gist(Struct, frozen=True):
    """What of an article matters to who is about to buy it."""

    price: Decimal
    deposit: Decimal
    stock: int | None
    min_age: int | None
    sold_by: str
    bounds: tuple[Decimal | None, Decimal | None]
    is_sold: bool


def take_gist(article: Article) -> Gist:
    """It, as it is now."""
    is_sold, bounds = article.archived_at is None, (article.label_least, article.label_most)
    return Gist(article.price, article.deposit, article.stock, article.min_age, article.sold_by, bounds, is_sold)


def note_article_change(hub: Hub, session: Session, article: Article, before: Gist | None) -> None:
    """Note that the article is this by now; `before` is what it was, `None` for a new one."""
    session.flush()
    note_price(session, article, hub.now())
    if before is None or take_gist(article) == before:
        return
    note_supply(hub, session, article, before.stock)
    for basket in list_holders(session, article.store_id, article.code):
        _note(hub, session, basket)
    session.flush()


def note_stock_change(hub: Hub, session: Session, article: Article, before: int) -> None:
    """Note how many are there by now: who is to get some hears of it, and pays what she saw all the same."""
    note_supply(hub, session, article, before)
    for basket in list_holders(session, article.store_id, article.code, is_fetched=True):
        _tell(hub, session, basket)
    session.flush()


def _note(hub: Hub, session: Session, basket: Basket) -> None:
    basket.version += 1
    _tell(hub, session, basket)


def _tell(hub: Hub, session: Session, basket: Basket) -> None:
    """It is no change of hers, so she does not keep her basket for longer by it."""
    session.add(
        BasketChange(member_key=basket.member_key, id=f"article:{hub.mint()}", fingerprint="", made_at=hub.now())
    )
