"""How names of files give the order: as people count, so that 2 comes before 10."""

import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_FIGURES = re.compile(r"([0-9]+)")


def make_sort_key(name: str) -> tuple[tuple[str, int], ...]:
    """By this key names sort numeric-aware, whatever the case and however accents are written."""
    parts = _FIGURES.split(unicodedata.normalize("NFC", name).casefold())
    # Text and figures take turns, text first: like is only ever compared with like. Of thousands of figures, which
    # would take long to read, the first say enough.
    return tuple((part, 0) if place % 2 == 0 else ("", int(part[:64])) for place, part in enumerate(parts))


def find_local_name(address: str) -> str | None:
    """The name of the file that an address of a list means, wherever it lay; `None`: it lies on the network.

    Lists name their files by a path of the machine on which they were made: here they lie beside the list.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme not in {"", "file"} or (parts.netloc and parts.netloc != "localhost"):
        return None
    return PurePosixPath(unquote(parts.path)).name or None
