"""A theme's files in memory, as they lie in its folder or its `.zip`: what was checked is what is used."""

from msgspec import Struct

from kiosk.theming.file_names import FONTS, PICTURES, find_suffix, fold_name, object_to_name, show_name
from kiosk.theming.finding import Finding

MOST_FILES = 64
MOST_TEXT_BYTES = 64 * 1024
MOST_FONT_BYTES = 4 * 1024 * 1024
MOST_PICTURE_BYTES = 4 * 1024 * 1024
MOST_BYTES = 16 * 1024 * 1024
"""Of a whole theme, in memory."""


class Bundle(Struct, frozen=True):
    """The files of the theme called `name`, by their names in it."""

    name: str
    files: dict[str, bytes]


class Intake:
    """Takes a theme's files one by one, within the limits of each and of all; notes what it refuses."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.findings: list[Finding] = []
        self._seen: set[str] = set()
        self._left = MOST_BYTES

    def admit(self, name: str) -> int | None:
        """How many bytes a file of this name may have, or `None`: it is refused."""
        if len(self._seen) >= MOST_FILES:
            self.refuse("", f"more than {MOST_FILES} files")
            return None
        why = object_to_name(name)
        if why is None and fold_name(name) in self._seen:
            why = "two files have this name, or one that differs only in case"
        self._seen.add(fold_name(name))
        if why:
            self.refuse(name, why)
            return None
        return min(find_limit(name), self._left)

    def take(self, name: str, content: bytes) -> None:
        """Keep an admitted file: it is read up to one byte more than it may have."""
        limit = find_limit(name)
        if len(content) > limit:
            self.refuse(name, f"larger than the {limit} bytes that are allowed")
        elif len(content) > self._left:
            self.refuse("", f"all files together are larger than the {MOST_BYTES} bytes that are allowed")
        else:
            self._left -= len(content)
            self.files[name] = content

    def refuse(self, name: str, why: str) -> None:
        """Note why a file is refused, once; without a name, the whole theme."""
        finding = Finding(show_name(name), why)
        if finding not in self.findings:
            self.findings.append(finding)


def find_limit(name: str) -> int:
    """How many bytes a file of this name may have at most."""
    suffix = find_suffix(name)
    if suffix in FONTS:
        return MOST_FONT_BYTES
    return MOST_PICTURE_BYTES if suffix in PICTURES else MOST_TEXT_BYTES
