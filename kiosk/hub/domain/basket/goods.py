"""A line of a basket as pricing knows it: the store says what it costs, the phone never does."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from kiosk.codes.reading import MOST_KG, MOST_PRICE
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.catalogue.article import Article
from kiosk.pricing.basket import Line
from kiosk.pricing.cents import round_to_cents, to_amount

_ARTICLE = "article:"
_LABELLED = re.compile(r"(?:02|2[0-9])[0-9]{3,6}", re.ASCII)
RATES: Mapping[str, Decimal] = MappingProxyType(
    {"full": Decimal(19), "reduced": Decimal(7), "none": Decimal(0)},
)
"""The classes of tax and their rates in percent (in Germany UStG, section 12)."""

MOST_ON_LABEL: Mapping[str, Decimal] = MappingProxyType({"label": MOST_PRICE, "weight": MOST_KG})
"""By what an article is sold that has a label: the most that any label says."""


def fits_label(article: Article, weight: Decimal | None, price: Decimal | None) -> bool:
    """Whether a label of this article may say so: who prints a price of her own at home is not believed."""
    said = {"weight": weight, "label": price}.get(article.sold_by)
    if said is None:
        return True
    return (article.label_least or 0) <= said <= (article.label_most or MOST_ON_LABEL[article.sold_by])


def has_bounds(article: Article) -> bool:
    """Whether the store said what its labels of this article say at the least and at the most, if it has any."""
    return article.sold_by == "piece" or None not in (article.label_least, article.label_most)


def is_label_code(code: str) -> bool:
    """Whether the code of an article is how the labels of it begin, and no GTIN."""
    return _LABELLED.fullmatch(code) is not None


def is_sold_so(line: BasketLine, article: Article) -> bool:
    """Whether the article is sold by what this line measures, and the line comes to whole cents and not to none.

    A code may say anything, and a store may sell by weight tomorrow what it sells by the piece today.
    """
    measures = (line.weight is not None, line.label_price is not None)
    is_measured = measures == (article.sold_by == "weight", article.sold_by == "label")
    if not is_measured or not fits_label(article, line.weight, line.label_price):
        return False
    if line.label_price is not None:
        return line.count == 1 and line.label_price == to_amount(round_to_cents(line.label_price))
    return line.weight is None or (line.count == 1 and round_to_cents(article.price * line.weight) > 0)


def make_line(line: BasketLine, article: Article) -> Line:
    """The line at today's price; `is_sold_so` holds for it."""
    return Line(
        id=line.id,
        title=article.title,
        price=article.price if line.label_price is None else line.label_price,
        vat=article.vat,
        count=line.count,
        weight=line.weight,
        deposit=article.deposit,
        marks=mark_article(article) | {mark_line(line)},
        is_fixed=article.is_fixed,
    )


def mark_line(line: BasketLine) -> str:
    """By what a coupon finds this line alone."""
    return f"line:{line.id}"


def find_code(line: Line) -> str:
    """The code of its article; empty where it is of none."""
    found = (mark.removeprefix(_ARTICLE) for mark in sorted(line.marks) if mark.startswith(_ARTICLE))
    return next(found, "")


def mark_article(article: Article) -> frozenset[str]:
    """By what promotions and coupons find it."""
    marks = {f"{_ARTICLE}{article.code}"}
    marks |= {f"department:{article.department}"} if article.department else set()
    return frozenset(marks | ({f"family:{article.family}"} if article.family else set()))
