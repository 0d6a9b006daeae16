import socket

import pytest

from kiosk.bench.stand import open_stand, stock_shop


def test_a_stand_has_a_broker_and_leaves_nothing_behind() -> None:
    with open_stand(2) as stand:
        place = (stand.broker.host, stand.broker.port)
        socket.create_connection(place, 5).close()

    assert not stand.stock.state.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(place, 5)


def test_a_shop_is_stocked_without_a_broker() -> None:
    with stock_shop(3) as stock:
        assert stock.members == 3
