"""Opens a package that may be hostile: nothing is unpacked to disk, and nothing is read beyond what a pass may hold."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

MOST_BYTES = 20_000_000
MOST_FILES = 200
_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error)
"""What `zipfile` raises for what is no zip, is damaged, packed in an unknown way, or locked with a password."""


class PackageRefused(Exception):
    """The package cannot be looked into; the text says what to do."""


def read_files(package: bytes) -> dict[str, bytes]:
    """The files by their paths, in their order. Raises `PackageRefused`."""
    try:
        with ZipFile(BytesIO(package)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _require_sound(entries)
            return _read_all(archive, entries)
    except _BROKEN as error:
        message = "This is no readable zip archive: build it again, without a password, and send it as it is."
        raise PackageRefused(message) from error


def _require_sound(entries: list[ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > MOST_FILES:
        message = f"The archive has more than {MOST_FILES} files: a pass has about a dozen, so leave the others out."
        raise PackageRefused(message)
    if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries):
        message = "A file in the archive is packed in a way that phones do not know: store or deflate them all."
        raise PackageRefused(message)
    if len(set(names)) < len(names):
        message = "The archive has two files of the same name: build it again from an empty folder."
        raise PackageRefused(message)
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in names):
        message = "A path in the archive leads out of it: build it again with plain names such as pass.json."
        raise PackageRefused(message)


def _read_all(archive: ZipFile, entries: list[ZipInfo]) -> dict[str, bytes]:
    """Each is read up to what is left to be read of all: what an entry says of its size is not to be believed."""
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for entry in entries:
        with archive.open(entry) as file:
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            message = f"Unpacked, the archive has more than {MOST_BYTES // 1_000_000} MB: make its pictures smaller."
            raise PackageRefused(message)
        files[entry.filename] = content
    return files
