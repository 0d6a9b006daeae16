from pathlib import Path

import pytest

from kiosk.app.rooms.folder_shelf import FolderShelf
from kiosk.contract.playlist import Item
from kiosk.loyalty.media import Media
from kiosk.signage.media_file import identify_file
from tests.doubles.pictures import FRAME_BOMB, draw_picture, make_bomb
from tests.doubles.videos import GREEN

HEAD, MARK, DATA = GREEN.read_bytes().partition(b"mdat")
NOISE = HEAD + MARK + bytes(len(DATA))
"""A video that is whole, but for its pictures."""


@pytest.fixture
def media(tmp_path: Path) -> Media:
    return Media(tmp_path / "kept", 60_000)


def put(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def test_a_picture_is_kept_by_its_bytes_and_outlives_its_file(tmp_path: Path, media: Media) -> None:
    path = put(tmp_path, "a.png", draw_picture())
    ref = identify_file(path)
    shelf = FolderShelf(media)
    assert (shelf.keep(ref, path), shelf.keep(ref, path)) == (None, None)
    path.unlink()
    kept = media.path_of(ref)
    assert kept is not None
    assert kept.read_bytes() == draw_picture()


def test_a_video_is_kept_as_one(media: Media) -> None:
    ref = identify_file(GREEN)
    assert FolderShelf(media).keep(ref, GREEN) is None
    assert media.path_of(ref) is not None


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.png", b"GIF89a", "no_picture"),
        ("a.jpg", draw_picture("JPEG", (640, 480))[:-300], "broken"),
        ("a.png", make_bomb(20_000, 20_000), "too_many_pixels"),
        ("a.png", draw_picture(size=(1, 100)), "odd_shape"),
        ("a.svg", b"<svg><script/></svg>", "the drawing holds <script>, which is not drawn here"),
        ("a.png", b"<svg/>", "no_picture"),
        ("a.mp4", GREEN.read_bytes()[:-1], "cut_off"),
        ("a.webm", draw_picture(), "no_video"),
        ("a.mp4", NOISE, "no_frame"),
        ("a.avif", FRAME_BOMB.read_bytes(), "not_decoded"),
    ],
)
def test_what_may_not_be_shown_is_not_kept(tmp_path: Path, media: Media, name: str, content: bytes, why: str) -> None:
    path = put(tmp_path, name, content)
    ref = identify_file(path)
    assert FolderShelf(media).keep(ref, path) == why
    assert media.path_of(ref) is None
    assert list((tmp_path / "kept").iterdir()) == []


def test_a_file_that_changes_while_it_is_read_is_not_kept(tmp_path: Path, media: Media) -> None:
    path = put(tmp_path, "a.png", draw_picture())
    ref = identify_file(path)
    put(tmp_path, "a.png", draw_picture(colour="red"))
    assert FolderShelf(media).keep(ref, path) == "wrong_bytes"


def test_what_the_loop_names_is_not_dropped_for_something_new(tmp_path: Path) -> None:
    old, new = (put(tmp_path, f"{colour}.png", draw_picture(colour=colour)) for colour in ("red", "blue"))
    old_ref, new_ref = identify_file(old), identify_file(new)
    media = Media(tmp_path / "kept", old_ref.bytes + new_ref.bytes - 1)
    shelf = FolderShelf(media)
    assert shelf.keep(old_ref, old) is None
    shelf.name((Item("a", "image", media=old_ref),))
    assert shelf.keep(new_ref, new) == "no_room"
    shelf.name(())
    assert shelf.keep(new_ref, new) is None
    assert media.path_of(old_ref) is None
