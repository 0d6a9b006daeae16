"""Reads a theme that is a `.zip`, from memory and into memory: nothing is unpacked to the disk."""

import stat
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kiosk.theming.bundle import MOST_BYTES, MOST_FILES, Intake

MOST_ENTRIES = 4 * MOST_FILES
"""Folders have entries of their own."""

ENTRY_MARK = b"PK\x01\x02"
"""Begins each entry of the list of contents (PKWARE's APPNOTE, 4.3.12)."""

ENCRYPTED = 0x1
"""The flag of an entry that wants a password (APPNOTE, 4.4.4)."""

_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, OverflowError)


def read_archive(path: Path, intake: Intake) -> None:
    """Put the archive's files into the intake. Raises `OSError` where it cannot be read."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        intake.refuse("", f"larger than the {MOST_BYTES} bytes that are allowed")
    elif content.count(ENTRY_MARK) > MOST_ENTRIES:  # before Python lists them: each would take a thousand bytes
        intake.refuse("", f"more than {MOST_FILES} files")
    else:
        _read_entries(content, intake)


def _read_entries(content: bytes, intake: Intake) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            top = _find_top([entry.orig_filename for entry in entries])
            for entry in entries:
                _read_entry(archive, entry, entry.orig_filename.removeprefix(top), intake)
    except _BROKEN:
        intake.refuse("", "not a whole zip archive")


def _find_top(names: list[str]) -> str:
    """The one folder that everything lies in, as desktops pack one, with its `/`; else nothing."""
    top = names[0].partition("/")[0] + "/" if names else ""
    return top if all(name.startswith(top) for name in names) and f"{top}theme.toml" in names else ""


def _read_entry(archive: ZipFile, entry: ZipInfo, name: str, intake: Intake) -> None:
    why = _object_to_entry(entry)
    if why:
        intake.refuse(name, why)
        return
    if entry.is_dir() and not entry.file_size:
        return
    limit = intake.admit(name)
    if limit is None:
        return
    try:
        with archive.open(entry) as file:
            intake.take(name, file.read(limit + 1))  # what it really inflates to, whatever it says of its size
    except _BROKEN:
        intake.refuse(name, "is damaged in the archive")


def _object_to_entry(entry: ZipInfo) -> str | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if stat.S_ISLNK(kind):
        return "a theme may not contain links"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "a theme may contain plain files only, no device, pipe or socket"
    if entry.flag_bits & ENCRYPTED:
        return "is encrypted"
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "is packed in a way that is not allowed; allowed are `stored` and `deflated`"
    return None
