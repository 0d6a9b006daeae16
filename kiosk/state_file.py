"""The one way in which a file of the state folder is kept: typed, whole, for its owner alone, and refused when odd."""

from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.plain_file import read_plain, replace_plain

Content = TypeVar("Content")


class StateUnusable(Exception):
    """What lies there is not what was kept; the text says why, and nothing of what it says."""


class StateFile(Generic[Content]):
    """One JSON file of this kind, of so many bytes at most, replaced as a whole.

    A power cut leaves the old one or the new one. Safe from any thread, but for two that write at once.
    """

    def __init__(self, path: Path, kind: type[Content], largest: int) -> None:
        self._path = path
        self._kind = kind
        self._largest = largest

    def read(self) -> Content | None:
        """What was kept; `None`: nothing was. Raises `StateUnusable`."""
        try:
            return msgspec.json.decode(read_plain(self._path, self._largest), type=self._kind)
        except FileNotFoundError:
            return None
        except (*JSON_FLAWS, OSError) as error:
            why = f"{self._path.name} cannot be used ({type(error).__name__})"
            raise StateUnusable(why) from error

    def write(self, content: Content) -> None:
        """Keep this and no other, on disk on return, for the owner alone. Raises `OSError`; then the old one stays."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_plain(self._path, msgspec.json.encode(content))

    def remove(self) -> None:
        """Keep nothing. Raises `OSError`."""
        self._path.unlink(missing_ok=True)

    def set_aside(self) -> None:
        """Have it out of the way, as `….broken` beside where it was. Raises `OSError`."""
        self._path.rename(self._path.with_name(f"{self._path.name}.broken"))
