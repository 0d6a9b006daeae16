from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.loyalty.failure import ApiFailed
from kiosk.loyalty.last_good import Remembered
from kiosk.loyalty.recall import recall_playable
from tests.doubles.loyalty_faults import Fault
from tests.doubles.loyalty_server import Json, LoyaltyServer
from tests.doubles.pictures import draw_picture, make_bomb
from tests.doubles.shop_front import ShopFront


def restart_without_network(tmp_path: Path) -> ShopFront:
    return ShopFront(tmp_path, "http://127.0.0.1:1")


def test_offers_and_loop_are_told_with_their_pictures_on_disk(front: ShopFront) -> None:
    front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"]]
    event = front.list_catalogues()[0]
    assert event.catalogue.get_offer("boots") is not None
    media = event.playlist[1].media
    assert media is not None
    assert front.media.path_of(media) is not None
    assert set(front.faults.read()) == {("catalogue", None), ("media", None)}


def test_what_did_not_change_is_neither_sent_nor_told_again(front: ShopFront, server: LoyaltyServer) -> None:
    for _ in range(3):
        front.catalogue.sync()
    assert len(front.posted.read()) == 1
    assert server.count_hits("/v1/media/poster.png") == 1
    assert server.hits[-1].headers["if-none-match"].startswith('"')


def test_a_start_without_network_shows_the_last_good_loop(front: ShopFront, tmp_path: Path) -> None:
    front.catalogue.sync()
    after = restart_without_network(tmp_path)
    recalled = recall_playable(after.remembered, after.media)
    assert [item.id for item in recalled.playlist] == ["boots-item", "poster"]
    with pytest.raises(ApiFailed):
        after.catalogue.sync()
    assert after.posted.read() == []


def test_a_first_start_without_network_shows_nothing_of_its_own(front: ShopFront) -> None:
    assert recall_playable(Remembered(), front.media).playlist == ()


def test_a_broken_offer_hides_no_other_and_is_named(front: ShopFront, server: LoyaltyServer) -> None:
    server.catalogue["offers"].append({"id": "broken", "title": 3})
    front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"]]
    assert ("catalogue", "skipped_items") in front.faults.read()
    assert [skipped.id for skipped in front.catalogue.skipped] == ["broken"]


def test_a_first_catalogue_that_cannot_be_read_shows_nothing_and_is_named(
    front: ShopFront, server: LoyaltyServer
) -> None:
    server.fail_next(Fault(body=b"<html>Guest network</html>"))
    front.catalogue.sync()
    assert front.posted.read() == []
    assert front.faults.read() == [("catalogue", "unreadable")]


def test_nothing_is_skipped_before_the_first_catalogue(front: ShopFront) -> None:
    assert front.catalogue.skipped == ()


@pytest.mark.parametrize("body", [b"<html>Guest network</html>", b'{"offers": [1]}', b'{"offers": [{"id": "x", '])
def test_a_catalogue_that_cannot_be_read_leaves_the_old_one_on(
    front: ShopFront, server: LoyaltyServer, body: bytes
) -> None:
    front.catalogue.sync()
    server.fail_next(Fault(body=body))
    server.offer("new")
    front.catalogue.sync()
    assert len(front.posted.read()) == 1
    assert ("catalogue", "unreadable") in front.faults.read()
    front.catalogue.sync()
    assert front.list_catalogues()[-1].catalogue.get_offer("new") is not None


def test_a_catalogue_beyond_all_bounds_leaves_the_old_one_on(front: ShopFront, server: LoyaltyServer) -> None:
    front.catalogue.sync()
    server.offer("new")
    server.fail_next(Fault(body=bytes(17 * 2**20)))
    with pytest.raises(ApiFailed, match="too_large"):
        front.catalogue.sync()
    assert len(front.posted.read()) == 1


def lie_about_hash(media: Json) -> Json:
    return media | {"sha256": "f" * 64}


def lie_about_size(media: Json) -> Json:
    return media | {"bytes": media["bytes"] - 1}


def point_elsewhere(media: Json) -> Json:
    return media | {"url": "http://169.254.169.254/poster.png"}


def point_to_a_file(media: Json) -> Json:
    return media | {"url": "file:///etc/hostname"}


@pytest.mark.parametrize("spoil", [lie_about_hash, lie_about_size, point_elsewhere, point_to_a_file])
def test_a_picture_that_is_not_as_promised_is_never_shown(
    front: ShopFront, server: LoyaltyServer, spoil: Callable[[Json], Json]
) -> None:
    server.item("bad", kind="image", media=spoil(server.add_media("bad.png", draw_picture(colour="red"))))
    server.offer("bad-offer", image=spoil(server.add_media("worse.png", draw_picture(colour="blue"))))
    front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"]]
    assert front.list_catalogues()[0].catalogue.get_offer("bad-offer") is None
    assert ("media", "unavailable") in front.faults.read()


def test_an_image_bomb_is_never_shown(front: ShopFront, server: LoyaltyServer) -> None:
    server.item("bomb", kind="image", media=server.add_media("bomb.png", make_bomb(20_000, 20_000)))
    front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"]]


def test_a_picture_behind_a_redirect_is_not_followed(front: ShopFront, server: LoyaltyServer) -> None:
    with LoyaltyServer() as elsewhere:
        elsewhere.add_media("poster.png", draw_picture())
        server.fail_always("poster.png", Fault(location=f"{elsewhere.url}/v1/media/poster.png"))
        front.catalogue.sync()
        assert elsewhere.hits == []
    assert front.list_shown() == [["boots-item"]]


def test_a_loop_of_which_nothing_can_be_had_does_not_replace_the_old_one(
    front: ShopFront, server: LoyaltyServer, tmp_path: Path
) -> None:
    front.catalogue.sync()
    server.catalogue["offers"].clear()
    server.catalogue["playlist"].clear()
    server.item("new", kind="image", media=lie_about_hash(server.add_media("new.png", draw_picture(colour="red"))))
    front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"]]
    after = restart_without_network(tmp_path)
    assert len(recall_playable(after.remembered, after.media).playlist) == 2


def test_an_emptied_catalogue_empties_the_loop(front: ShopFront, server: LoyaltyServer) -> None:
    front.catalogue.sync()
    server.catalogue["offers"].clear()
    server.catalogue["playlist"].clear()
    front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"], []]


def test_a_disk_that_cannot_keep_the_catalogue_is_a_fault_and_it_is_shown_all_the_same(
    front: ShopFront, tmp_path: Path
) -> None:
    (tmp_path / "catalogue.json.part").mkdir()
    front.catalogue.sync()
    assert ("catalogue", "not_kept") in front.faults.read()
    assert front.list_shown() == [["boots-item", "poster"]]
