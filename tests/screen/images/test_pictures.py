from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage

from kiosk.screen.images.pictures import MOST_PIXELS, WHOLE, PictureShelf, read_picture
from tests.doubles.mounts import cover_glass
from tests.doubles.pictures import make_bomb

INKS = (QColor("black"), QColor("white"))
SIZE = QSize(192, 108)
GLASS = cover_glass(SIZE)
DEADLINE_S = 20


@pytest.fixture
def shelf() -> PictureShelf:
    return PictureShelf(GLASS, INKS, budget=200_000)


def write_picture(path: Path, colour: str = "#446688", size: QSize = SIZE) -> Path:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))
    return path


def test_a_prepared_picture_lies_on_the_shelf_at_the_displays_size(shelf: PictureShelf, tmp_path: Path) -> None:
    shelf.prepare([("a", write_picture(tmp_path / "a.png", size=QSize(400, 400)))]).result(DEADLINE_S)
    picture = shelf.find("a")
    assert picture is not None
    assert picture.full.size() == SIZE


def test_a_picture_that_was_not_prepared_is_decoded_at_once(shelf: PictureShelf, tmp_path: Path) -> None:
    path = write_picture(tmp_path / "a.png")
    first = shelf.take("a", path)
    path.unlink()
    assert first is not None
    assert shelf.take("a", path) is first


def test_the_picture_that_was_longest_unused_makes_room(shelf: PictureShelf, tmp_path: Path) -> None:
    for name in ("a", "b"):
        shelf.take(name, write_picture(tmp_path / f"{name}.png"))
    shelf.find("a")
    shelf.take("c", write_picture(tmp_path / "c.png"))
    assert [name for name in "abc" if shelf.find(name)] == ["a", "c"]


def test_preparing_ends_where_the_next_picture_would_push_the_first_one_out(
    shelf: PictureShelf, tmp_path: Path
) -> None:
    wanted = [(name, write_picture(tmp_path / f"{name}.png")) for name in "abcdef"]
    shelf.prepare(wanted).result(DEADLINE_S)
    assert [name for name in "abcdef" if shelf.find(name)] == ["a", "b"]


def test_what_is_pinned_stays_whatever_comes(shelf: PictureShelf, tmp_path: Path) -> None:
    still = QImage(SIZE, QImage.Format.Format_RGB32)
    still.fill(QColor("white"))
    shelf.pin("still", lambda: still)
    for name in "abcdef":
        shelf.take(name, write_picture(tmp_path / f"{name}.png"))
    assert shelf.find("still") is not None


def test_a_shelf_that_is_closed_lets_go_of_its_pictures(shelf: PictureShelf, tmp_path: Path) -> None:
    shelf.take("a", write_picture(tmp_path / "a.png"))
    shelf.close()
    assert shelf.find("a") is None


@pytest.mark.allow_log("a picture was refused: (no picture|InvalidDataError)")
@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html></html>", b"\x89PNG\r\n\x1a\n" + b"\0" * 64])
def test_what_is_no_picture_is_refused_and_told_and_the_next_one_is_decoded(tmp_path: Path, content: bytes) -> None:
    refused: list[str] = []
    shelf = PictureShelf(GLASS, INKS, on_refused=refused.append)
    broken = tmp_path / "broken.webp"
    broken.write_bytes(content)
    shelf.prepare([("broken", broken), ("a", write_picture(tmp_path / "a.png"))]).result(DEADLINE_S)
    assert refused == ["broken"]
    assert shelf.take("broken", broken) is None
    assert shelf.find("a") is not None


@pytest.mark.allow_log("a picture was refused: too many pixels")
def test_an_image_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    bomb = QImage(8000, MOST_PIXELS // 8000 + 1, QImage.Format.Format_Mono)
    bomb.fill(0)
    assert bomb.save(str(tmp_path / "bomb.png"))
    assert read_picture(tmp_path / "bomb.png", GLASS) is None


@pytest.mark.allow_log("a picture was refused: (odd shape|too many pixels)")
@pytest.mark.parametrize(("width", "height"), [(1, 1_000_000), (100_000, 100), (1, 9)])
def test_a_thread_of_a_picture_is_refused_by_its_header(tmp_path: Path, width: int, height: int) -> None:
    (tmp_path / "thread.png").write_bytes(make_bomb(width, height))
    assert read_picture(tmp_path / "thread.png", GLASS) is None


@pytest.mark.allow_log("a picture was refused: too many pixels")
def test_a_strip_that_would_cover_the_display_many_times_is_refused(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "strip.png", size=QSize(10, 80))
    assert read_picture(path, cover_glass(QSize(3840, 2160))) is None
    assert read_picture(path, GLASS) is not None


def test_a_poster_is_shown_whole_and_bears_no_veil(tmp_path: Path) -> None:
    mount = replace(GLASS, window=QRect(60, 20, 60, 60), framed=False)
    shelf = PictureShelf(mount, INKS)
    picture = shelf.take(f"{WHOLE}a", write_picture(tmp_path / "a.png", "#757575", QSize(300, 300)))
    assert picture is not None
    assert {picture.full.pixelColor(x, 54).name() for x in range(0, SIZE.width(), 8)} == {"#757575"}
    cut = shelf.take("a", tmp_path / "a.png")
    assert cut is not None
    assert cut.full.pixelColor(2, 54).name() != "#757575", "a veil, for words stand there"


@pytest.mark.allow_log("a picture was refused: no picture")
def test_a_poster_that_is_none_is_told_by_its_hash(tmp_path: Path) -> None:
    refused: list[str] = []
    (tmp_path / "broken.webp").write_bytes(b"")
    assert PictureShelf(GLASS, INKS, on_refused=refused.append).take(f"{WHOLE}ab", tmp_path / "broken.webp") is None
    assert refused == ["ab"]
