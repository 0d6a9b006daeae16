from collections.abc import Iterator

import pytest
import requests

from kiosk.loyalty.deadline import Deadline
from kiosk.loyalty.failure import ApiFailed
from kiosk.loyalty.watched_adapter import WatchedAdapter
from tests.doubles.dripping_server import DrippingServer
from tests.doubles.loyalty_server import LoyaltyServer


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.mount("http://", WatchedAdapter())
        yield session


def test_without_a_deadline_it_is_an_adapter_like_any_other(session: requests.Session) -> None:
    with LoyaltyServer() as server:
        assert session.get(f"{server.url}/v1/catalogue", timeout=5).status_code == 200


def test_headers_that_never_end_are_cut_at_the_deadline(session: requests.Session) -> None:
    with DrippingServer(b"HTTP/1.1 200 OK\r\nX: ", b"a") as server, Deadline(0.1) as deadline:
        with deadline.hold_for_connecting():
            session.get(server.url, timeout=5)
        with pytest.raises(ApiFailed, match="too_slow"):
            deadline.check()
