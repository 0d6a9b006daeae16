from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.app.theme.packages import FOLDER, ROOM, PackageFolder
from kiosk.fleet.command import ThemePackage
from kiosk.loyalty.failure import MediaRefused

DUSK = b"PK dusk"
PACKAGES = {"dusk": ThemePackage(sha256(DUSK).hexdigest(), len(DUSK))}


class Shop:
    """Sends what it has, whatever was asked for, and counts."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.asked: list[str] = []

    def download(self, url: str, _limit: int) -> Iterator[bytes]:
        self.asked.append(url)
        yield self.content


def test_a_package_is_fetched_once_and_found_by_the_themes_name(tmp_path: Path) -> None:
    folder, shop = PackageFolder(tmp_path), Shop(DUSK)
    assert folder.find(PACKAGES) == {}
    for _ in range(2):
        folder.fetch(PACKAGES, {}, shop.download)

    assert shop.asked == [f"/v1/themes/{PACKAGES['dusk'].sha256}"]
    assert PackageFolder(tmp_path).find(PACKAGES)["dusk"].read_bytes() == DUSK


def test_what_rotted_on_the_disk_is_fetched_anew(tmp_path: Path) -> None:
    PackageFolder(tmp_path).fetch(PACKAGES, {}, Shop(DUSK).download)
    PackageFolder(tmp_path).find(PACKAGES)["dusk"].write_bytes(b"PK dust")
    PackageFolder(tmp_path).fetch(PACKAGES, {}, Shop(DUSK).download)

    assert PackageFolder(tmp_path).find(PACKAGES)["dusk"].read_bytes() == DUSK


def test_what_rotted_on_the_disk_is_not_found_though_it_is_as_large_as_it_was(tmp_path: Path) -> None:
    folder = PackageFolder(tmp_path)
    folder.fetch(PACKAGES, {}, Shop(DUSK).download)
    assert folder.has_all(PACKAGES)
    folder.find(PACKAGES)["dusk"].write_bytes(b"PK dust")

    assert PackageFolder(tmp_path).find(PACKAGES) == {}
    assert not PackageFolder(tmp_path).has_all(PACKAGES)


@pytest.mark.parametrize("content", [b"", b"PK dust", DUSK + b"!"])
def test_other_bytes_than_were_published_are_refused(tmp_path: Path, content: bytes) -> None:
    folder = PackageFolder(tmp_path)
    with pytest.raises(MediaRefused):
        folder.fetch(PACKAGES, {}, Shop(content).download)

    assert (folder.find(PACKAGES), list((tmp_path / FOLDER).iterdir())) == ({}, [])


def test_what_is_worn_stays_when_room_is_needed(tmp_path: Path) -> None:
    folder = PackageFolder(tmp_path)
    folder.fetch(PACKAGES, {}, Shop(DUSK).download)
    for number in range(3):
        with (tmp_path / FOLDER / f"{number}").open("wb") as file:
            file.truncate(ROOM // 2)
    night = {"night": ThemePackage(sha256(b"night").hexdigest(), 5)}
    folder.fetch(night, PACKAGES, Shop(b"night").download)

    assert set(folder.find({**PACKAGES, **night})) == {"dusk", "night"}
