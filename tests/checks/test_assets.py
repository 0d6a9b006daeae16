"""Gives every picture, font and sound a licence: a row in assets/README.md."""

import re
from fnmatch import fnmatchcase

from tests.checks.tree import ROOT, list_files, name_place, read_text

_BINARY = {".gif", ".ico", ".jpg", ".jpeg", ".mp4", ".ogg", ".otf", ".png", ".ttf", ".wav", ".webm", ".webp", ".woff2"}
_LICENCES = {"Apache-2.0", "CC0-1.0", "CC-BY-4.0", "MIT", "OFL-1.1"}


def _read_rows() -> dict[str, str]:
    """Path pattern (from the project's folder) -> licence, from each row that begins with a path in backticks."""
    rows = re.findall(r"^\|\s*`([^`]+)`\s*\|(.*)$", read_text(ROOT / "assets" / "README.md"), re.MULTILINE)
    return {pattern: next((one for one in _LICENCES if one in cells), "") for pattern, cells in rows}


def _list_assets() -> list[str]:
    return [
        name_place(path)
        for path in list_files()
        if path.name != "README.md"
        and (path.relative_to(ROOT).parts[0] in {"assets", "themes"} or path.suffix.lower() in _BINARY)
    ]


def test_every_asset_has_a_row() -> None:
    patterns = list(_read_rows())

    assert [name for name in _list_assets() if not any(fnmatchcase(name, pattern) for pattern in patterns)] == []


def test_every_row_names_a_licence_that_may_be_shipped() -> None:
    assert [pattern for pattern, licence in _read_rows().items() if not licence] == []


def test_every_row_stands_for_something() -> None:
    assets = _list_assets()

    assert [pattern for pattern in _read_rows() if not any(fnmatchcase(name, pattern) for name in assets)] == []
