"""From what was scanned or typed to the article on the shelf, or to what the shopper can do next."""

from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.codes.layout import Layout
from kiosk.codes.read import read_code
from kiosk.codes.reading import Reading, Reason, Refused
from kiosk.hub.domain.basket.goods import fits_label
from kiosk.hub.models.catalogue.article import Article, find_article

Miss: TypeAlias = Reason | Literal["unknown", "not_sold", "not_weighed", "no_label", "odd_label"]
"""Why a code leads to nothing: it is no code, nobody knows it here, it is sold no more; or it must be weighed first,
has no price without its label, or its label says what no label of it does.
"""


class Hit(Struct, frozen=True):
    """The article, and what its code says of this piece."""

    article: Article
    reading: Reading


def look_up(session: Session, store_id: str, text: str, labels: tuple[Layout, ...]) -> Hit | Miss:
    """What the store sells under this code; `labels` are those of its own scales."""
    read = read_code(text, labels)
    if isinstance(read, Refused):
        return read.reason
    article = find_article(session, store_id, read.article)
    if article is None:
        return "unknown"
    if article.archived_at is not None:
        return "not_sold"
    if article.sold_by == "weight" and read.weight is None:
        return "not_weighed"
    if article.sold_by == "label" and read.price is None:
        return "no_label"
    return Hit(article, read) if fits_label(article, read.weight, read.price) else "odd_label"
