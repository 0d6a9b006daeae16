from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.contract.credential import parse_store_key
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.receipt_row import take_receipt_row
from kiosk.hub.domain.profile.table import RowRefused
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS, STORE, TILL

ROW = {
    "till": TILL,
    "receipt": "r-1",
    "bought_at": "2026-03-01T10:00:00+01:00",
    "total": "12.90",
    "currency": "eur",
    "uid": MEMBERS[0].card.uid,
    "categories": "Home|Tea",
}


@pytest.fixture
def key(seeded: Path) -> bytes:
    return parse_store_key((seeded / KEY_FILE).read_text())


def _take(hub: Hub, row: dict[str, str], key: bytes | None) -> Receipt:
    with hub.database.write() as session:
        take_receipt_row(hub, session, STORE, row, key)
        return session.scalars(select(Receipt)).one()


def test_a_row_is_a_receipt_of_who_showed_that_card(hub: Hub, key: bytes) -> None:
    receipt = _take(hub, ROW, key)
    again = _take(hub, ROW, key)

    assert (receipt.total, receipt.currency, receipt.was_known) == (Decimal("12.90"), "EUR", True)
    assert [line["category"] for line in again.lines] == ["Home", "Tea"]


def test_without_a_card_it_is_nobodys(hub: Hub) -> None:
    assert _take(hub, {**ROW, "uid": ""}, None).member_key is None


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"till": "till-9"}, "till"),
        ({"receipt": ""}, "receipt"),
        ({"total": ""}, "total"),
        ({"currency": "Euro"}, "currency"),
        ({"bought_at": "soon"}, "bought_at"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(hub: Hub, key: bytes, change: dict[str, str], column: str) -> None:
    with pytest.raises(RowRefused) as refused:
        _take(hub, {**ROW, **change}, key)

    assert refused.value.column == column


def test_another_receipt_of_the_same_id_is_refused(hub: Hub, key: bytes) -> None:
    _take(hub, ROW, key)
    with pytest.raises(RowRefused, match="another receipt"):
        _take(hub, {**ROW, "total": "1"}, key)


def test_a_card_needs_the_key_that_hashes_it(hub: Hub) -> None:
    with pytest.raises(RowRefused, match="--store-key"):
        _take(hub, ROW, None)
