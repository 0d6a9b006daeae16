from pathlib import Path

from kiosk.loyalty.recall import recall_catalogue, recall_playable, recall_shoppers
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.shop_front import ShopFront
from tests.doubles.videos import GREEN


def test_a_start_without_network_tells_what_was_known(tmp_path: Path) -> None:
    with LoyaltyServer() as server:
        server.offer("boots")
        server.shoppers = [{"key": "anna", "consents": ["proximity"]}]
        front = ShopFront(tmp_path, server.url)
        front.catalogue.sync()
        front.shoppers.sync()

    after = ShopFront(tmp_path, "http://127.0.0.1:1")

    assert recall_catalogue(after.remembered, after.media).catalogue.get_offer("boots") is not None
    assert list(recall_shoppers(after.remembered).crowd.shoppers) == ["anna"]


def test_a_first_start_knows_nothing(tmp_path: Path) -> None:
    front = ShopFront(tmp_path, "http://127.0.0.1:1")

    assert recall_catalogue(front.remembered, front.media).playlist == ()
    assert recall_shoppers(front.remembered).crowd.shoppers == {}


def test_a_video_is_kept_like_a_picture_and_plays_for_its_own_length(tmp_path: Path) -> None:
    with LoyaltyServer() as server:
        server.item("film", kind="video", seconds=30, media=server.add_media("film.mp4", GREEN.read_bytes()))
        front = ShopFront(tmp_path, server.url)
        front.catalogue.sync()
    assert front.list_catalogues()[0].playlist[0].seconds == 2
    later = ShopFront(tmp_path, "http://127.0.0.1:1")
    assert recall_playable(later.remembered, later.media).playlist[0].seconds == 2
