import msgspec
import pytest

from kiosk.contract.playlist import Item


def test_an_item_of_the_contract_is_understood() -> None:
    wire = b'{"id": "p1", "kind": "image", "media": {"url": "u", "sha256": "%s", "bytes": 1}, "offer": null}'
    assert msgspec.json.decode(wire % (b"a" * 64), type=Item).seconds == 8


@pytest.mark.parametrize(
    "wire",
    [b'{"id": "p", "kind": "offer"}', b'{"id": "p", "kind": "image"}', b'{"id": "p", "kind": "web", "offer": "o"}'],
)
def test_an_item_with_nothing_to_show_is_refused(wire: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire, type=Item)
