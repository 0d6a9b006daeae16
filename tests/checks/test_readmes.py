"""Proves what each room's README says about its imports."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checks.tree import ROOT, list_files, name_place, parse_python, read_text

_PACKAGE = ROOT / "kiosk"
_ROOMS = sorted({path.parent.name for path in list_files(".py") if path.parent.parent == _PACKAGE})
_WITHIN = re.compile(r"^May import: what the \w+ may import, and from it(.*?)\n\n", re.MULTILINE | re.DOTALL)
_PARTS = [path for path in list_files("README.md") if path.is_relative_to(_PACKAGE) and _WITHIN.search(read_text(path))]
_TABLE = re.compile(r"^\| (?:folder|room) \|.*\n\|[ |-]+\|\n((?:\|.*\n)+)", re.MULTILINE)
_TABLES = [path for path in list_files("README.md") if path.is_relative_to(_PACKAGE) and _TABLE.search(read_text(path))]
_HEADINGS = ("What goes here:", "May import:", "Start reading at:")


def _list_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parse_python(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "kiosk":
            yield from (f"kiosk.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _list_imported_rooms(room: str) -> set[str]:
    files = [path for path in list_files(".py") if path.is_relative_to(_PACKAGE / room)]
    parts = [name.split(".") for path in files for name in _list_imports(path)]
    return {part[1] for part in parts if part[0] == "kiosk" and len(part) > 1} - {room}


def _list_allowed_rooms(room: str) -> set[str]:
    told = re.search(
        r"^May import:(.*?)(?:\n\n|\Z)", read_text(_PACKAGE / room / "README.md"), re.MULTILINE | re.DOTALL
    )
    words = told.group(1).split(",") if told else []
    return {word.strip(" `.\n") for word in words} - {"", "nothing"}


def _list_imported_parts(folder: Path) -> set[str]:
    """What a folder of a room imports from that room, without itself."""
    room, part = folder.relative_to(_PACKAGE).parts
    files = [path for path in list_files(".py") if path.is_relative_to(folder)]
    names = [name.split(".") for path in files for name in _list_imports(path)]
    return {name[2] for name in names if name[:2] == ["kiosk", room] and len(name) > 2} - {part}


def _list_folders(readme: Path) -> set[str]:
    files = [path.relative_to(readme.parent) for path in list_files() if path.is_relative_to(readme.parent)]
    return {path.parts[0] for path in files if len(path.parts) > 1}


@pytest.mark.parametrize("room", _ROOMS)
def test_a_room_says_what_goes_here_what_it_may_import_and_where_to_start(room: str) -> None:
    text = read_text(_PACKAGE / room / "README.md")

    assert [heading for heading in _HEADINGS if heading not in text] == []


@pytest.mark.parametrize("room", _ROOMS)
def test_a_room_imports_only_what_its_readme_allows(room: str) -> None:
    assert _list_imported_rooms(room) - _list_allowed_rooms(room) == set()


@pytest.mark.parametrize("room", _ROOMS)
def test_a_readme_allows_only_rooms_that_there_are(room: str) -> None:
    there = {path.stem for path in _PACKAGE.glob("*.py")} | set(_ROOMS)

    assert _list_allowed_rooms(room) - there == set()


@pytest.mark.parametrize("readme", _PARTS, ids=name_place)
def test_a_folder_of_a_room_imports_only_what_its_readme_allows(readme: Path) -> None:
    told = _WITHIN.search(read_text(readme))
    allowed = set(re.findall(r"`(\w+)/?`", told[1])) if told else set[str]()

    assert _list_imported_parts(readme.parent) - allowed == set()


@pytest.mark.parametrize("readme", _TABLES, ids=name_place)
def test_a_table_of_folders_names_each_that_there_is_and_no_other(readme: Path) -> None:
    table = _TABLE.search(read_text(readme))
    rows = table[1].splitlines() if table else []
    folders = _list_folders(readme)

    assert folders - set(re.findall(r"`(\w+)/`", "\n".join(rows))) == set()
    assert {name for row in rows for name in re.findall(r"`(\w+)/`", row.split("|")[1])} - folders == set()
