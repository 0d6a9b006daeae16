from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.signage.listing import MOST_LIST_BYTES
from kiosk.signage.lists import LISTS, read_listing

BERLIN = ZoneInfo("Europe/Berlin")
SMIL = "<smil><body><img src='b.jpg' dur='3s'/></body></smil>"


def list_names(folder: Path, list_name: str | None = None) -> list[str]:
    names = [path.name for path in folder.iterdir()]
    return [wish.name for wish in read_listing(folder, names, BERLIN, list_name).wishes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.jpg", "a.jpg"):
        (tmp_path / name).touch()
    return tmp_path


def test_without_a_list_all_files_play_by_their_names(folder: Path) -> None:
    assert list_names(folder) == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize(
    ("name", "content", "plays"),
    [
        ("playlist.toml", '[hello]\ntitle = "Hallo"', ["a.jpg", "b.jpg", "hello"]),
        ("playlist.smil", SMIL, ["b.jpg"]),
        ("playlist.smi", SMIL, ["b.jpg"]),
        ("anthias.json", '[{"uri": "/data/b.jpg"}]', ["b.jpg"]),
    ],
)
def test_each_kind_of_list_is_read_by_its_own_reader(folder: Path, name: str, content: str, plays: list[str]) -> None:
    (folder / name).write_text(content)
    assert list_names(folder) == plays
    assert name in LISTS


def test_a_list_of_another_name_is_read_where_it_is_asked_for(folder: Path) -> None:
    (folder / "spring.smil").write_text(SMIL)
    assert list_names(folder) == ["a.jpg", "b.jpg"]
    assert list_names(folder, "spring.smil") == ["b.jpg"]


@pytest.mark.parametrize("content", [b"not a list", b" " * (MOST_LIST_BYTES + 1)])
def test_a_list_that_cannot_be_read_hides_no_picture_and_is_named(folder: Path, content: bytes) -> None:
    (folder / "playlist.smil").write_bytes(content)
    listing = read_listing(folder, ["a.jpg", "playlist.smil"], BERLIN)
    assert [wish.name for wish in listing.wishes] == ["a.jpg"]
    assert [refusal.name for refusal in listing.refusals] == ["playlist.smil"]


def test_a_list_that_went_meanwhile_is_named(folder: Path) -> None:
    listing = read_listing(folder, ["playlist.toml"], BERLIN)
    assert [refusal.reason for refusal in listing.refusals] == ["cannot be read"]
