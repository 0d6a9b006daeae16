"""Which list of a folder says what plays: the first of these that lies in it, else the files by their names."""

from collections.abc import Collection
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.signage.anthias import read_anthias
from kiosk.signage.listing import MOST_LIST_BYTES, Listing, ListRefused, Wish, refuse
from kiosk.signage.media_file import open_file
from kiosk.signage.names import make_sort_key
from kiosk.signage.smil import read_smil
from kiosk.signage.toml_list import read_toml_list

ENDINGS = (".toml", ".smil", ".smi", ".json")
"""What the name of a list may end in: by it the list is read."""

LISTS = ("playlist.toml", "playlist.smil", "playlist.smi", "anthias.json")


def read_listing(folder: Path, names: Collection[str], zone: ZoneInfo, list_name: str | None = None) -> Listing:
    """What the folder of these files asks for, by the list of that name where one is given. Never raises.

    A list that cannot be read is refused by its name, and the files play in the order of theirs.
    """
    chosen = list_name or next((name for name in LISTS if name in names), None)
    pictures = [name for name in names if Path(name).suffix.lower() not in ENDINGS]
    plain = Listing(tuple(Wish(name, file=name, is_named=False) for name in sorted(pictures, key=make_sort_key)))
    if chosen is None:
        return plain
    try:
        return _read_list(folder / chosen, pictures, zone)
    except ListRefused as error:
        return Listing(plain.wishes, (refuse(chosen, str(error)),))


def _read_list(path: Path, pictures: Collection[str], zone: ZoneInfo) -> Listing:
    raw = _read(path)
    match path.suffix.lower():
        case ".toml":
            return read_toml_list(raw, pictures, zone)
        case ".json":
            return read_anthias(raw, zone)
        case _:
            return read_smil(raw, zone)


def _read(path: Path) -> bytes:
    try:
        with open_file(path) as file:
            raw = file.read(MOST_LIST_BYTES + 1)
    except OSError as error:
        message = "cannot be read"
        raise ListRefused(message) from error
    if len(raw) > MOST_LIST_BYTES:
        message = f"is longer than {MOST_LIST_BYTES // 1_000_000} MB"
        raise ListRefused(message)
    return raw
