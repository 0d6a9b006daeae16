from pathlib import Path

import pytest

from tests.doubles.loyalty_faults import Fault
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.shop_front import ShopFront
from tests.doubles.videos import GREEN


def test_a_picture_that_could_not_be_had_is_tried_again(front: ShopFront, server: LoyaltyServer) -> None:
    server.fail_always("poster.png", Fault(500))
    front.catalogue.sync()
    server.heal()
    front.catalogue.sync()
    assert front.list_shown() == [["boots-item"], ["boots-item", "poster"]]
    assert front.faults.read()[-1] == ("media", None)


def test_a_picture_that_rotted_on_disk_is_fetched_again_after_a_start(
    front: ShopFront, server: LoyaltyServer, tmp_path: Path
) -> None:
    front.catalogue.sync()
    [file] = (tmp_path / "media").iterdir()
    good = file.read_bytes()
    file.write_bytes(bytes(len(good)))
    after = ShopFront(tmp_path, server.url)
    after.catalogue.sync()
    assert file.read_bytes() == good
    assert after.faults.read()[-1] == ("media", None)


def test_a_picture_that_rotted_and_cannot_be_had_is_shown_no_more_and_named(
    front: ShopFront, server: LoyaltyServer, tmp_path: Path
) -> None:
    front.catalogue.sync()
    [file] = (tmp_path / "media").iterdir()
    file.write_bytes(bytes(file.stat().st_size))
    server.fail_always("poster.png", Fault(500))
    after = ShopFront(tmp_path, server.url)
    after.catalogue.sync()
    assert after.list_shown() == [["boots-item"]]
    assert after.faults.read()[-1] == ("media", "unavailable")


def test_a_picture_that_vanishes_from_the_disk_is_fetched_again(
    front: ShopFront, server: LoyaltyServer, tmp_path: Path
) -> None:
    front.catalogue.sync()
    [file] = (tmp_path / "media").iterdir()
    file.unlink()
    front.catalogue.sync()
    assert file.exists()
    assert server.count_hits("/v1/media/poster.png") == 2


def test_a_picture_that_cannot_be_decoded_though_it_is_as_promised_is_left_out_and_fetched_once(
    front: ShopFront, server: LoyaltyServer
) -> None:
    front.catalogue.sync()
    front.media.refuse(server.catalogue["playlist"][1]["media"]["sha256"])
    for _ in range(2):
        front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"], ["boots-item"]]
    assert front.faults.read()[-1] == ("media", "unavailable")
    assert server.count_hits("/v1/media/poster.png") == 1


def test_a_picture_that_came_again_is_told_to_whoever_did_without_it(
    front: ShopFront, server: LoyaltyServer, tmp_path: Path
) -> None:
    front.catalogue.sync()
    ref = server.catalogue["playlist"][1]["media"]
    file = tmp_path / "media" / ref["sha256"]
    file.write_bytes(bytes(file.stat().st_size))
    front.media.refuse(ref["sha256"])
    front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"], ["boots-item", "poster"]]


def test_a_picture_that_is_none_is_fetched_once_and_named(
    front: ShopFront, server: LoyaltyServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    media = server.add_media("drawing.png", b"GIF89a")
    server.item("drawing", kind="image", media=media)
    for _ in range(2):
        front.catalogue.sync()
    assert server.count_hits("/v1/media/drawing.png") == 1
    assert f"left out: the image {media['sha256'][:12]}: no_picture" in caplog.text


def test_a_video_that_may_not_play_is_fetched_once(front: ShopFront, server: LoyaltyServer) -> None:
    server.item("film", kind="video", media=server.add_media("film.mp4", GREEN.read_bytes()[:-1]))
    for _ in range(2):
        front.catalogue.sync()
    assert front.list_shown() == [["boots-item", "poster"]]
    assert front.faults.read()[-1] == ("media", "unavailable")
    assert server.count_hits("/v1/media/film.mp4") == 1
