import pytest

from kiosk.hub.replies.reply_to import read_token, write_reply_address

_SENDER = "hello@shop.example"
_TOKEN = "0123456789abcdef" * 2


def test_a_reply_address_has_its_token_whatever_became_of_its_capitals() -> None:
    address = write_reply_address(_SENDER, _TOKEN)

    assert address == f"hello+{_TOKEN}@shop.example"
    assert read_token(address.upper(), _SENDER) == _TOKEN


@pytest.mark.parametrize(
    "address",
    [
        _SENDER,
        "hello+short@shop.example",
        f"hello+{_TOKEN}@evil.example",
        f"other+{_TOKEN}@shop.example",
        f"{_TOKEN}@shop.example",
        "",
    ],
)
def test_another_address_has_none(address: str) -> None:
    assert read_token(address, _SENDER) is None
