"""Packages that mean harm, made as they are needed: nothing hostile lies in the tree."""

import os
import stat
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

from tests.doubles.themes import HEAD

MANIFEST = HEAD.format(name="dusk").encode()
BOMB_BYTES = 64 * 1024 * 1024


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A theme's folder with further files."""
    for name, content in {"theme.toml": MANIFEST, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def write_zip(path: Path, entries: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> Path:
    """A theme's archive with further entries, under whatever names."""
    with ZipFile(path, "w", method) as archive:
        for name, content in {"theme.toml": MANIFEST, **entries}.items():
            archive.writestr(ZipInfo(name), content, method)
    return path


def write_odd_zip(path: Path, mode: int) -> Path:
    """An archive with an entry that is no plain file: a link to the accounts of this machine, a device, a pipe."""
    with ZipFile(path, "w") as archive:
        archive.writestr("theme.toml", MANIFEST)
        entry = ZipInfo("notes.txt")
        entry.create_system, entry.external_attr = 3, (mode | 0o644) << 16
        archive.writestr(entry, "/etc/passwd")
    return path


def write_bomb(path: Path) -> Path:
    """An archive that says of a file that it is small, and inflates to 64 MB."""
    write_zip(path, {"notes.txt": bytes(BOMB_BYTES)})
    content = path.read_bytes()
    return _write(path, content.replace(struct.pack("<I", BOMB_BYTES), struct.pack("<I", 60_000)))


def write_honest_bomb(path: Path) -> Path:
    """One that says how large it is."""
    return write_zip(path, {"notes.txt": bytes(BOMB_BYTES)})


def write_doubled(path: Path) -> Path:
    """An archive with two files of one name."""
    with ZipFile(path, "w") as archive:
        archive.writestr("theme.toml", MANIFEST)
        archive.writestr("notes.txt", "one")
        archive.writestr("Notes.TXT", "other")
    return path


def write_encrypted(path: Path) -> Path:
    """An archive that asks for a password."""
    write_zip(path, {"notes.txt": b"secret"})
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    return _write(path, bytes(content))


def write_bzip2(path: Path) -> Path:
    """An archive packed in a way that inflates without bounds."""
    return write_zip(path, {"notes.txt": bytes(1_000_000)}, ZIP_BZIP2)


def write_crowd(path: Path) -> Path:
    """An archive of 10,000 files."""
    return write_zip(path, {f"{number}.txt": b"" for number in range(10_000)})


def write_cut_name(path: Path) -> Path:
    """An archive with a name that C would read as `a.txt`."""
    write_zip(path, {"a.txt_.qml": b""})
    return _write(path, path.read_bytes().replace(b"a.txt_", b"a.txt\0"))


def write_link(folder: Path) -> Path:
    """A folder with links to a file and to a folder of this machine."""
    write_folder(folder, {})
    (folder / "notes.txt").symlink_to("/etc/passwd")
    (folder / "fonts").symlink_to("/etc")
    return folder


def write_twins(folder: Path) -> Path:
    """A folder with two files that are one on other systems."""
    return write_folder(folder, {"\u00e9.txt": b"", "E\u0301.txt": b""})


def write_pipe(folder: Path) -> Path:
    """A folder with a pipe that nobody writes to: who opens it waits for ever."""
    write_folder(folder, {})
    os.mkfifo(folder / "notes.txt")
    return folder


def make_png(width: int, height: int) -> bytes:
    """The head of a PNG of this size, and none of its pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


def make_picture(width: int, height: int) -> bytes:
    """A whole picture."""
    from PIL import Image  # noqa: PLC0415 # slow to load, and few tests want one

    file = BytesIO()
    Image.new("RGB", (width, height), "#c8532b").save(file, "PNG")
    return file.getvalue()


LINK, DEVICE, PIPE = stat.S_IFLNK, stat.S_IFBLK, stat.S_IFIFO


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
