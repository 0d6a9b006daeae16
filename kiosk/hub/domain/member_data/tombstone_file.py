"""The file beside the database that no restored backup overwrites: a line for each tombstone, and nothing else.

A line is the hash of a tombstone, a space, and when it was laid, as RFC 3339 in UTC.
"""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from kiosk.errors import FileRefused
from kiosk.hub.context import Hub
from kiosk.hub.database import find_file
from kiosk.hub.models.members.tombstone import Tombstone, lay_tombstones, list_unfiled
from kiosk.plain_file import open_plain, read_plain

NAME = "hub.erased"
_LARGEST = 256 * 1024 * 1024
_LINE = re.compile(r"([0-9a-f]{64}) (\S{1,40})")


def find_tombstone_file(database: str) -> Path:
    """Where it lies: beside an SQLite database, else in the folder in which the hub runs."""
    file = find_file(database)
    return file.with_name(f"{file.name}.erased") if file else Path(NAME)


def file_tombstones(hub: Hub) -> int:
    """Write down, on disk on return, who was erased since; how many lines that were. Raises `FileRefused`.

    A hub that dies in between writes a line twice, which says no more than once.
    """
    with hub.database.read() as session:
        unfiled = list_unfiled(session)
    if not unfiled:
        return 0
    lines = "".join(f"{one.hash} {one.erased_at.astimezone(UTC).isoformat(timespec='seconds')}\n" for one in unfiled)
    _append(find_tombstone_file(hub.settings.database), lines)
    with hub.database.write() as session:
        for one in unfiled:
            session.get_one(Tombstone, one.hash).filed_at = hub.now()
    return len(unfiled)


def learn_tombstones(hub: Hub) -> int:
    """Let the database know again what the file says, also of who was erased after it was backed up; how many lines.

    Raises `FileRefused` for a file that cannot be read.
    """
    path = find_tombstone_file(hub.settings.database)
    try:
        text = read_plain(path, _LARGEST).decode("ascii", "replace") if path.exists() else ""
    except OSError as error:
        raise _refuse(path, error) from error
    told = list(_read_lines(text, hub.now()))
    with hub.database.write() as session:
        lay_tombstones(session, told)
    return len(told)


def _read_lines(text: str, now: datetime) -> Iterator[Tombstone]:
    """A line that a power cut left half is passed over: its tombstone was not noted as filed, and comes again."""
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found:
            try:
                erased_at = datetime.fromisoformat(found[2])
            except ValueError:
                continue
            if erased_at.tzinfo is not None:
                yield Tombstone(hash=found[1], erased_at=erased_at, filed_at=now)


def _append(path: Path, lines: str) -> None:
    try:
        # A line of its own, whatever a power cut left at the end.
        with os.fdopen(open_plain(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), "ab") as file:
            file.write(b"\n" * (file.tell() > 0) + lines.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _refuse(path, error) from error


def _refuse(path: Path, error: OSError) -> FileRefused:
    reason = os.strerror(error.errno or 0)
    return FileRefused(f"{path.name}, which says who was erased, cannot be used ({reason}): check its folder")
