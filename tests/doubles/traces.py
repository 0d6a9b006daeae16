"""Looks for ids where none may be: in any usual notation, in files, their names, messages and requests."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote_to_bytes

_SEPARATORS = b":-_ "


def find_traces(ids: Iterable[str], places: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Where which id stands: as text in any case, with any separators or none, percent-encoded, or as its bytes."""
    plain = {place: _strip(content) for place, content in places.items()}
    return [
        (place, sought)
        for sought in ids
        for place, content in places.items()
        if _strip(sought.encode()) in plain[place] or _is_in_binary(sought, content)
    ]


def read_folder(folder: Path) -> dict[str, bytes]:
    """All files with their names, by their names, but for those that vanish meanwhile."""
    found: dict[str, bytes] = {}
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError, IsADirectoryError):
            found[str(path)] = str(path).encode() + b"\n" + path.read_bytes()
    return found


def _strip(text: bytes) -> bytes:
    return unquote_to_bytes(text).lower().translate(None, _SEPARATORS)


def _is_in_binary(sought: str, content: bytes) -> bool:
    with suppress(ValueError):
        return bytes.fromhex(sought) in content
    return False
