"""An article as shelves, screens and labels tell its price: the one that baskets are priced by."""

from decimal import Decimal

from kiosk.contract.money import Money
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.price import Reduction
from kiosk.hub.models.catalogue.unit_price import reckon_unit_price

_NO_REDUCTION = Reduction()


def state_shelf_price(article: Article, reduction: Reduction = _NO_REDUCTION) -> ShelfPrice | None:
    """What is told of it; `None` where its own label alone bears a price.

    A reduction is told where it is one of this very price: without its evidence none may be.
    """
    if article.sold_by == "label":
        return None
    told = reduction if reduction.amount == article.price else _NO_REDUCTION
    is_weighed = article.sold_by == "weight"
    content = None if is_weighed else article.content
    return ShelfPrice(
        code=article.code,
        title=article.title,
        price=Money(article.price, article.currency),
        sold_per="kg" if is_weighed else "piece",
        unit_price=reckon_unit_price(article.price, article.currency, content, article.content_per),
        was=_state_money(article, told.was),
        lowest_30d=_state_money(article, told.lowest_30d),
        deposit=_state_money(article, article.deposit or None),
        shelf=article.shelf,
    )


def _state_money(article: Article, amount: Decimal | None) -> Money | None:
    return None if amount is None else Money(amount, article.currency)
