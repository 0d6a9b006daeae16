"""A row of a table of receipts: one receipt, as a till would have told it."""

from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.contract.credential import hash_id
from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.profile.receipt import Bill, Buyer, keep_receipt
from kiosk.hub.domain.profile.table import Row, get_cell, get_money, get_names, get_needed, get_time, refuse_row
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem

NEEDED = ("till", "receipt", "bought_at", "total", "currency")
_CURRENCY_LETTERS = 3


def take_receipt_row(hub: Hub, session: Session, store_id: str, row: Row, key: bytes | None) -> None:
    """Keep the receipt; raises `RowRefused`. The same row again changes nothing.

    `key` is the store key, by which a card's raw id in `uid` is hashed.
    """
    till = session.get(Till, (store_id, get_needed(row, "till")))
    if till is None:
        refuse_row("till", "the store has no such till: `kiosk hub till` adds one")
    bill, buyer = _make_bill(row), _find_buyer(session, store_id, row, key)
    try:
        keep_receipt(hub, session, till, bill, lambda: buyer)
    except Problem:
        refuse_row("receipt", "another receipt was kept under this id")


def _make_bill(row: Row) -> Bill:
    total, currency = get_money(row, "total"), get_needed(row, "currency").upper()
    if total is None:
        refuse_row("total", "must not be empty")
    if len(currency) != _CURRENCY_LETTERS or not currency.isalpha() or not currency.isascii():
        refuse_row("currency", "must be a currency's three letters, such as EUR")
    categories = get_names(row, "categories")
    share = total / max(len(categories), 1)
    lines = [{"category": name, "amount": str(share.quantize(Decimal("0.01")))} for name in categories]
    receipt_id = get_needed(row, "receipt")
    return Bill(receipt_id, digest(repr(sorted(row.items()))), get_time(row, "bought_at"), total, currency, lines)


def _find_buyer(session: Session, store_id: str, row: Row, key: bytes | None) -> Buyer | None:
    uid = get_cell(row, "uid").replace(":", "").lower()
    if not uid:
        return None
    if key is None:
        refuse_row("uid", "needs --store-key, by which cards are hashed")
    member = find_member(session, store_id, "uid", hash_id(key, "uid", uid))
    return Buyer(member.key, None) if member else None
