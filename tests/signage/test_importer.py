from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.contract.offer import MediaRef
from kiosk.signage.folder import list_contents
from kiosk.signage.importer import Importer, Loop
from tests.doubles.videos import GREEN, VIOLET


class Shelf:
    """Keeps all but what it is told to refuse, and notes what it was asked for."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.flaws: dict[str, str] = {}

    def keep(self, ref: MediaRef, path: Path) -> str | None:
        self.kept.append(path.name)
        assert ref.url == path.name
        return self.flaws.get(path.name)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def importer(tmp_path: Path, shelf: Shelf) -> Importer:
    for name in ("1.jpg", "2.png", "film.mov"):
        (tmp_path / name).write_text(name)
    return Importer(tmp_path, ZoneInfo("Europe/Berlin"), shelf.keep)


def read(importer: Importer, folder: Path) -> Loop:
    return importer.read(list_contents(folder).files)


def list_ids(loop: Loop) -> list[str]:
    return [item.id for item in loop.items]


def test_pictures_become_items_and_all_else_is_named(importer: Importer, tmp_path: Path) -> None:
    loop = read(importer, tmp_path)
    assert list_ids(loop) == ["folder:1.jpg", "folder:2.png"]
    assert [(refusal.name, refusal.reason) for refusal in loop.refusals] == [
        ("film.mov", "no kind of video that the loop plays: save it as MP4 or WebM")
    ]


def test_a_picture_that_may_not_be_shown_is_named_in_words(importer: Importer, tmp_path: Path, shelf: Shelf) -> None:
    shelf.flaws["1.jpg"] = "broken"
    loop = read(importer, tmp_path)
    assert list_ids(loop) == ["folder:2.png"]
    assert loop.refusals[0].reason == "broken, or not copied to its end"


def test_a_file_that_did_not_change_is_kept_once(importer: Importer, tmp_path: Path, shelf: Shelf) -> None:
    first = read(importer, tmp_path)
    assert read(importer, tmp_path) == first
    assert shelf.kept == ["1.jpg", "2.png"]
    (tmp_path / "1.jpg").write_text("changed")
    assert read(importer, tmp_path) != first
    assert shelf.kept == ["1.jpg", "2.png", "1.jpg"]


def test_offers_texts_and_upright_pictures_are_items(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "playlist.toml").write_text(
        'epoch = 2026-01-01\n[a]\noffer = "o"\n[b]\ntitle = "Hallo"\noffer = "o"\n["1.jpg"]\nportrait = "2.png"'
    )
    loop = read(importer, tmp_path)
    assert [(item.kind, item.offer) for item in loop.items] == [("image", None), ("offer", "o"), ("text", "o")]
    assert loop.items[0].media_portrait
    assert loop.items[0].media_portrait.url == "2.png"
    assert loop.epoch is not None


def test_a_file_that_a_list_names_twice_plays_twice(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "playlist.smil").write_text("<smil><body>" + "<img src='1.jpg'/>" * 3 + "</body></smil>")
    assert list_ids(read(importer, tmp_path)) == ["folder:1.jpg", "folder:1.jpg#2", "folder:1.jpg#3"]


def test_a_file_that_is_not_there_or_has_no_bytes_is_named(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "playlist.smil").write_text("<smil><body><img src='gone.jpg'/><img src='empty.jpg'/></body></smil>")
    assert [refusal.name for refusal in read(importer, tmp_path).refusals] == ["gone.jpg", "empty.jpg"]


def test_a_name_that_breaks_lines_is_left_out_and_a_long_one_is_cut(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "playlist.toml").write_text(f'["a\\nb"]\noffer = "o"\n[{"x" * 500}]\noffer = "o"')
    loop = read(importer, tmp_path)
    assert loop.refusals[0].name == r"a\nb"
    assert max(len(id_) for id_ in list_ids(loop)) <= 128


def test_a_video_plays_for_its_own_length_unless_a_list_says_another(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "3.mp4").write_bytes(GREEN.read_bytes())
    (tmp_path / "4.webm").write_bytes(VIOLET.read_bytes())
    (tmp_path / "playlist.toml").write_text('seconds = 20\n["4.webm"]\nseconds = 5')
    items = {item.id: item for item in read(importer, tmp_path).items}
    assert [(item.kind, item.seconds) for item in items.values()] == [
        ("image", 20),
        ("image", 20),
        ("video", 2),
        ("video", 5),
    ]


def test_a_video_that_changes_while_it_is_looked_at_is_named(importer: Importer, tmp_path: Path, shelf: Shelf) -> None:
    (tmp_path / "3.mp4").write_bytes(b"ftyp")
    assert read(importer, tmp_path).refusals[0].reason == "cannot be read"
    shelf.flaws["3.mp4"] = "cut_off"
    assert read(importer, tmp_path).refusals[0].reason == "cut off, or not copied to its end"


def test_a_video_has_no_picture_for_upright_displays(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "3.mp4").write_bytes(GREEN.read_bytes())
    (tmp_path / "playlist.toml").write_text('["3.mp4"]\nportrait = "1.jpg"')
    loop = read(importer, tmp_path)
    assert ("3.mp4", "of the file and its portrait one is a video, and one is none") in [
        (refusal.name, refusal.reason) for refusal in loop.refusals
    ]


def test_a_text_for_the_ticker_becomes_an_item_of_its_own_kind(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "playlist.toml").write_text('[hours]\nticker = "Bis 20 Uhr"')
    item = next(item for item in read(importer, tmp_path).items if item.id == "folder:hours")
    assert (item.kind, item.title) == ("ticker", {"und": "Bis 20 Uhr"})
