"""A row of a table of articles: what the store sells, as its inventory has it."""

import re
from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.codes.gtin import read_gtin
from kiosk.contract.money import LARGEST
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.article_change import note_article_change, take_gist
from kiosk.hub.domain.basket.goods import RATES
from kiosk.hub.domain.profile.table import Row, get_cell, get_money, get_needed, refuse_row
from kiosk.hub.models.catalogue.article import LONGEST_SHELF, Article, find_article
from kiosk.hub.models.catalogue.offer import LEAST_CONTENT, MOST_CONTENT
from kiosk.hub.models.catalogue.unit_price import MEASURES

NEEDED = ("code", "title", "price", "vat")
_CURRENCY = "EUR"
_LABELLED = re.compile(r"(?:02|2[0-9])[0-9]{3,6}", re.ASCII)
_SOLD_BY = ("piece", "weight", "label")
_CENT = Decimal("0.01")
_MOST = 1_000_000


def take_article_row(hub: Hub, session: Session, store_id: str, row: Row) -> None:
    """Add the article, or change the one that has this code; raises `RowRefused`."""
    article = _read_article(hub, row, store_id)
    known = find_article(session, store_id, article.code)
    # It is not sold since it first was not.
    if known is not None and known.archived_at is not None and article.archived_at is not None:
        article.archived_at = known.archived_at
    before = None if known is None else take_gist(known)
    note_article_change(hub, session, session.merge(article), before)


def _read_article(hub: Hub, row: Row, store_id: str) -> Article:
    now = hub.now()
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
        archived_at=None if _read_choice(row, "sold", ("yes", "no")) == "yes" else now,
    )


def _read_code(row: Row) -> str:
    code = get_needed(row, "code").replace(" ", "")
    if _LABELLED.fullmatch(code):
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


def _read_number(row: Row, column: str) -> int | None:
    text = get_cell(row, column)
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text) <= _MOST):
        refuse_row(column, "must be a whole number, such as 12")
    return int(text)
