from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Validity
from kiosk.contract.playlist import Item


def test_an_item_of_the_contract_is_understood() -> None:
    wire = b'{"id": "p1", "kind": "image", "media": {"url": "u", "sha256": "%s", "bytes": 1}, "offer": null}'
    assert msgspec.json.decode(wire % (b"a" * 64), type=Item).seconds == 8


@pytest.mark.parametrize(
    "wire",
    [
        b'{"id": "p", "kind": "text", "text": {"de": "a"}}',
        b'{"id": "p", "kind": "ticker", "offer": "o"}',
        b'{"id": "p", "kind": "offer"}',
        b'{"id": "p", "kind": "image"}',
        b'{"id": "p", "kind": "web", "offer": "o"}',
    ],
)
def test_an_item_with_nothing_to_show_is_refused(wire: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire, type=Item)


def test_an_item_is_on_while_both_its_validity_and_its_dayparts_allow() -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    item = Item("p", "text", title={"de": "Hallo"}, valid=Validity(start=noon), dayparts=(Daypart(until="13:00"),))
    assert [item.is_on(noon + timedelta(hours=hours)) for hours in (-1, 0, 1)] == [False, True, False]


def test_a_text_of_an_item_is_understood_and_a_weight_beyond_all_bounds_is_refused() -> None:
    wire = b'{"id": "p", "kind": "text", "title": {"de": "Heute"}, "weight": %d}'
    assert msgspec.json.decode(wire % 3, type=Item).weight == 3
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire % 101, type=Item)
