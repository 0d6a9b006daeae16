import struct
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from kiosk.hub.wallet.doctor.archive import MOST_BYTES, MOST_FILES, PackageRefused, read_files


def _zip(*files: tuple[str, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    package = BytesIO()
    with ZipFile(package, "w", packing) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return package.getvalue()


def _lock(package: bytes) -> bytes:
    """Say of each file that a password is needed."""
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = package.index(mark) + place
        package = package[:at] + b"\x01" + package[at + 1 :]
    return package


def _understate(package: bytes) -> bytes:
    """Say of the file that it has one byte."""
    at = package.index(b"PK\x01\x02") + 24
    return package[:at] + struct.pack("<I", 1) + package[at + 4 :]


def _damage(package: bytes) -> bytes:
    middle = package.index(b"PK\x01\x02") // 2
    return package[:middle] + bytes(20) + package[middle + 20 :]


def test_the_files_are_read_and_folders_are_none() -> None:
    assert read_files(_zip(("a/", b""), ("a/b", b"1"), ("c", b"2"))) == {"a/b": b"1", "c": b"2"}


_NOISE = bytes(range(256)) * 20


@pytest.mark.parametrize(
    "package",
    [b"", b"PK", b"%PDF-1.7", _lock(_zip(("a", b"1"))), _damage(_zip(("a", _NOISE))), _zip(("a", _NOISE))[:-8]],
    ids=["nothing", "a beginning", "a PDF", "a locked one", "a damaged one", "a part"],
)
def test_what_is_no_sound_archive_is_refused(package: bytes) -> None:
    with pytest.raises(PackageRefused, match="no readable zip archive"):
        read_files(package)


@pytest.mark.parametrize("name", ["/etc/passwd", "../pass.json", "a/../../b", "a\\b"])
def test_a_path_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(PackageRefused, match="leads out of it"):
        read_files(_zip((name, b"")))


@pytest.mark.filterwarnings("ignore:Duplicate name")  # the test's own zip, which is meant to have two
def test_two_files_of_one_name_are_refused() -> None:
    with pytest.raises(PackageRefused, match="same name"):
        read_files(_zip(("a", b"1"), ("a", b"2")))


@pytest.mark.parametrize("packing", [ZIP_BZIP2, ZIP_LZMA])
def test_what_is_packed_in_an_odd_way_is_refused_before_it_is_unpacked(packing: int) -> None:
    with pytest.raises(PackageRefused, match="store or deflate"):
        read_files(_zip(("a", _NOISE), packing=packing))


def test_too_many_files_are_refused() -> None:
    with pytest.raises(PackageRefused, match="more than 200 files"):
        read_files(_zip(*((str(number), b"") for number in range(MOST_FILES + 1))))


def test_a_bomb_is_refused_whatever_it_says_of_its_size() -> None:
    bomb = _zip(("a", bytes(MOST_BYTES + 1)))

    with pytest.raises(PackageRefused, match="more than 20 MB"):
        read_files(bomb)
    with pytest.raises(PackageRefused):
        read_files(_understate(bomb))
