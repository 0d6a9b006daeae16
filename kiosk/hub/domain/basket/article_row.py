"""A row of a table of articles: what the store sells, as its inventory has it."""

from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.codes.gtin import read_gtin
from kiosk.contract.money import LARGEST
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_change import note_article_change, take_gist
from kiosk.hub.domain.basket.goods import MOST_ON_LABEL, RATES, is_label_code
from kiosk.hub.domain.profile.table import Row, get_cell, get_money, get_needed, get_time, refuse_row
from kiosk.hub.models.catalogue.article import LONGEST_SHELF, Article, find_article
from kiosk.hub.models.catalogue.offer import LEAST_CONTENT, MOST_CONTENT
from kiosk.hub.models.catalogue.stock_move import sum_moves
from kiosk.hub.models.catalogue.unit_price import MEASURES
from kiosk.hub.retention import COUNTED_WITHIN_DAYS

NEEDED = ("code", "title", "price", "vat")
_CURRENCY = "EUR"
_SOLD_BY = ("piece", "weight", "label")
_CENT = Decimal("0.01")
_MOST = 1_000_000
_GRAM = Decimal("0.001")
_CONTENT = ("content", "content_per")
_PLAIN = (
    "sold_by",
    "deposit",
    "department",
    "family",
    "variant",
    "stock",
    "min_age",
    "content",
    "content_per",
    "shelf",
)
_BOUNDS = ("label_least", "label_most")


def take_article_row(hub: Hub, session: Session, store_id: str, row: Row) -> None:
    """Add the article, or change the one that has this code; raises `RowRefused`.

    What the table has no column for stays as it is: a table of prices forgets no stock, and no bound of a label. Of a
    stock that was counted at an earlier time is taken what was sold since, and what came back is added.
    """
    known = find_article(session, store_id, _read_code(row))
    article = _read_article(hub, {**_write_row(known), **row} if known else row, store_id)
    # It is not sold since it first was not.
    if known is not None and known.archived_at is not None and article.archived_at is not None:
        article.archived_at = known.archived_at
    if article.stock is not None and get_cell(row, "counted_at"):
        moved = sum_moves(session, store_id, article.code, _read_counted_at(hub, row))
        article.stock = max(article.stock + moved, 0)
    before = None if known is None else take_gist(known)
    note_article_change(hub, session, session.merge(article), before)


def _write_row(known: Article) -> Row:
    """What a row of it says in the columns that a table need not have."""
    values = {column: getattr(known, column) for column in (*_PLAIN, *_BOUNDS)}
    texts = {column: "" if value is None else f"{value}" for column, value in values.items()}
    return {
        **texts,
        "title_de": known.title.get("de", ""),
        "fixed": "yes" if known.is_fixed else "no",
        "sold": "yes" if known.archived_at is None else "no",
    }


def _read_article(hub: Hub, row: Row, store_id: str) -> Article:
    now, least, most = hub.now(), *_read_bounds(row)
    return Article(
        store_id=store_id,
        code=_read_code(row),
        title=_read_title(row),
        price=_read_price(row, "price"),
        currency=_CURRENCY,
        vat=_read_choice(row, "vat", tuple(RATES)),
        changed_at=now,
        sold_by=_read_choice(row, "sold_by", _SOLD_BY),
        deposit=_read_price(row, "deposit"),
        department=get_cell(row, "department") or None,
        family=get_cell(row, "family") or None,
        variant=get_cell(row, "variant") or None,
        stock=_read_number(row, "stock"),
        min_age=_read_number(row, "min_age"),
        is_fixed=_read_choice(row, "fixed", ("no", "yes")) == "yes",
        content=_read_content(row),
        content_per=_read_choice(row, "content_per", ("", *MEASURES)) or None,
        shelf=get_cell(row, "shelf", LONGEST_SHELF) or None,
        label_least=least,
        label_most=most,
        archived_at=None if _read_choice(row, "sold", ("yes", "no")) == "yes" else now,
    )


def _read_code(row: Row) -> str:
    code = get_needed(row, "code").replace(" ", "")
    if is_label_code(code):
        return code
    gtin, reason = read_gtin(code) if code.isascii() and code.isdecimal() else ("", "no_code")
    return gtin if not reason else refuse_row("code", "must be a GTIN with its check digit, or how a label begins")


def _read_title(row: Row) -> dict[str, str]:
    german = get_cell(row, "title_de")
    return {"en": get_needed(row, "title"), **({"de": german} if german else {})}


def _read_price(row: Row, column: str) -> Decimal:
    amount = get_money(row, column) or Decimal(0)
    is_sound = 0 <= amount <= LARGEST and amount == amount.quantize(_CENT)
    return amount if is_sound else refuse_row(column, "must be whole cents, and not below 0")


def _read_bounds(row: Row) -> tuple[Decimal | None, ...]:
    """The least and the most that a label says."""
    least, most = (_read_bound(row, column) for column in _BOUNDS)
    if least is not None and most is not None and most < least:
        refuse_row("label_most", "must not be below label_least")
    return least, most


def _read_bound(row: Row, column: str) -> Decimal | None:
    bound, largest = get_money(row, column), MOST_ON_LABEL.get(get_cell(row, "sold_by"))
    if bound is None:
        return None
    if largest is None:
        refuse_row(column, "must be empty for what has no label of your scales")
    is_sound = 0 < bound <= largest and bound == bound.quantize(_GRAM)
    return bound if is_sound else refuse_row(column, f"must lie between 0.001 and {largest}, to the thousandth")


def _read_content(row: Row) -> Decimal | None:
    """How much a piece holds; that and of what stand together, or neither does."""
    amount = get_money(row, "content")
    if (amount is None) != (not get_cell(row, "content_per")):
        refuse_row("content", "must stand beside content_per, such as 0.5 beside 1 l")
    is_sound = amount is None or LEAST_CONTENT <= amount <= MOST_CONTENT
    return amount if is_sound else refuse_row("content", f"must lie between {LEAST_CONTENT} and {MOST_CONTENT}")


def _read_choice(row: Row, column: str, choices: tuple[str, ...]) -> str:
    """What stands there, or the first where nothing does."""
    text = get_cell(row, column) or choices[0]
    return text if text in choices else refuse_row(column, f"must be {', '.join(choices[:-1])} or {choices[-1]}")


def _read_counted_at(hub: Hub, row: Row) -> datetime:
    """When somebody counted what the row says is there."""
    at, now = get_time(row, "counted_at"), hub.now()
    if "stock" not in row or not now - timedelta(days=COUNTED_WITHIN_DAYS) <= at <= now:
        refuse_row("counted_at", f"must stand beside stock, and lie in the last {COUNTED_WITHIN_DAYS} days: count anew")
    return at


def _read_number(row: Row, column: str) -> int | None:
    text = get_cell(row, column)
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text) <= _MOST):
        refuse_row(column, "must be a whole number, such as 12")
    return int(text)
