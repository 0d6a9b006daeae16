import socket

from kiosk.mqtt.address import Address
from kiosk.mqtt.dial import find_dial_flaw


def test_nothing_is_wrong_where_somebody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert find_dial_flaw(Address("127.0.0.1", server.getsockname()[1])) is None


def test_where_nobody_listens_the_system_says_why() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert find_dial_flaw(Address("127.0.0.1", port)) == "Connection refused"
