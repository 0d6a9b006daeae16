import pytest
from fastapi import Request

from kiosk.hub.web.address import group_address, read_address


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("192.0.2.1", "::ffff:192.0.2.1", True),
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("a-socket", "another", False),
    ],
)
def test_addresses_of_one_network_count_as_one(one: str, other: str, *, is_same: bool) -> None:
    assert (group_address(one) == group_address(other)) == is_same


@pytest.mark.parametrize(("client", "address"), [(("192.0.2.1", 40000), "192.0.2.1"), (None, "")])
def test_a_request_says_where_it_comes_from(client: tuple[str, int] | None, address: str) -> None:
    assert read_address(Request({"type": "http", "client": client})) == address
