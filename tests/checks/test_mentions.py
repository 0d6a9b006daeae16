"""Keeps the tree free of places that exist on one machine only, and of documents that are not part of it."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.checks.tree import list_files, name_place, read_text

# Each pattern is written so that it does not find itself.
_FOREIGN = re.compile(
    r"[/](?:work|home|root)[/]|[p]ypi\.org|[p]ythonhosted|registry[.]npmjs|[d]eb\.debian|[d]ebian\.org"
)
_OTHERS = ("kiosk/hub/static/barcode-detector.js",)
"""Used as they came: what they name lies in the browser."""
_DOCUMENT = re.compile(r"\b[\w-]+\.md\b")


def _find_all(pattern: re.Pattern[str]) -> Iterator[tuple[Path, int, str]]:
    for path in list_files():
        for number, line in enumerate(read_text(path).splitlines(), start=1):
            for found in pattern.finditer(line):
                yield path, number, found.group()


def test_no_file_names_a_place_on_somebodys_machine_or_a_registry() -> None:
    found = [f"{name_place(path, line)} {text}" for path, line, text in _find_all(_FOREIGN)]

    assert [place for place in found if not place.startswith(_OTHERS)] == []


def test_every_document_that_is_named_is_there() -> None:
    there = {path.name for path in list_files(".md")}

    assert [f"{name_place(path, line)} {text}" for path, line, text in _find_all(_DOCUMENT) if text not in there] == []
