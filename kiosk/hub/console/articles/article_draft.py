"""What the form of an article says, ready to be kept; or, by field, what is wrong with it."""

from decimal import Decimal

from msgspec import Struct
from starlette.datastructures import FormData

from kiosk.hub.console.form.field_reader import Complaint, FieldReader
from kiosk.hub.console.form.form import get_text
from kiosk.hub.domain.basket.goods import MOST_ON_LABEL
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.text.money import find_mark

FIELDS = ("price", "deposit", "label_least", "label_most", "stock", "min_age")
MOST_STOCK, MOST_AGE = 1_000_000, 99
_DECIMALS = frozenset({"price", "deposit", "label_least", "label_most"})
_GRAM = Decimal("0.001")


class ArticleDraft(Struct, frozen=True):
    """`None` where nothing is typed: nobody counts, everybody may buy it, a label may say anything.

    `complaints` tell by field what is wrong.
    """

    price: Decimal | None
    deposit: Decimal
    label_least: Decimal | None
    label_most: Decimal | None
    stock: int | None
    min_age: int | None
    complaints: dict[str, Complaint]


def read_fields(form: FormData) -> dict[str, str]:
    """The form's fields as they were typed."""
    return {name: get_text(form, name) for name in FIELDS}


def type_fields(article: Article, language: str) -> dict[str, str]:
    """What the form says of the article as it is kept."""
    typed = {name: "" if getattr(article, name) is None else f"{getattr(article, name)}" for name in FIELDS}
    return {name: text.replace(".", find_mark(language)) if name in _DECIMALS else text for name, text in typed.items()}


def read_article_draft(texts: dict[str, str], article: Article, time_zone: str) -> ArticleDraft:
    """What is to be kept of it. What a label prices has no price to be typed."""
    reader = FieldReader(texts, time_zone)
    price = article.price if article.sold_by == "label" else reader.read_price()
    if price is None:
        reader.complaints.setdefault("price", Complaint("no_price"))
    least, most = (_read_bound(reader, article, name) for name in ("label_least", "label_most"))
    if least is not None and most is not None and most < least:
        reader.complaints.setdefault("label_most", Complaint("under_least"))
    return ArticleDraft(
        price=price,
        deposit=reader.read_price("deposit") or Decimal(0),
        label_least=least,
        label_most=most,
        stock=reader.read_count("stock", 0, MOST_STOCK),
        min_age=reader.read_count("min_age", 1, MOST_AGE),
        complaints=reader.complaints,
    )


def _read_bound(reader: FieldReader, article: Article, name: str) -> Decimal | None:
    """What has no label has none."""
    most = MOST_ON_LABEL.get(article.sold_by)
    return reader.read_number(name, _GRAM, most) if most else None
