"""A small loyalty system, and the front of a screen that keeps in step with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.pictures import draw_picture
from tests.doubles.shop_front import ShopFront


@pytest.fixture
def server() -> Iterator[LoyaltyServer]:
    with LoyaltyServer() as server:
        server.offer("boots")
        server.item("boots-item", kind="offer", offer="boots")
        server.item("poster", kind="image", media=server.add_media("poster.png", draw_picture()))
        yield server


@pytest.fixture
def front(tmp_path: Path, server: LoyaltyServer) -> ShopFront:
    return ShopFront(tmp_path, server.url)
