"""Holds the hub's table of OWASP ASVS to its word: every item of level 1 has its place, and every proof is a test."""

import ast
import re

from tests.checks.tree import ROOT, parse_python, read_text

_TEXT = read_text(ROOT / "kiosk" / "hub" / "SECURITY.md")
_ROWS = re.findall(r"^\| (\d+\.\d+\.\d+) \|.*\| `([\w/.]+)::(\w+)` \|$", _TEXT, re.MULTILINE)
_LEVEL_1 = 70
"""So many items has level 1 of version 5.0.0."""


def _list_others() -> list[str]:
    """The items behind the table; `a to b` stands for all between, too."""
    told = _TEXT.split("## What does not apply")[1]
    heads = re.findall(r"(?:^- |\. )((?:\d+\.\d+\.\d+(?:, | to )?)+):", told, re.MULTILINE)
    items: list[str] = []
    for head in heads:
        first, _, last = head.partition(" to ")
        if last:
            section = first.rpartition(".")[0]
            numbers = range(int(first.rpartition(".")[2]), int(last.rpartition(".")[2]) + 1)
            items += [f"{section}.{number}" for number in numbers]
        else:
            items += head.split(", ")
    return items


def test_every_item_of_level_1_has_its_place_and_one_alone() -> None:
    items = [item for item, _, _ in _ROWS] + _list_others()

    assert [item for item in set(items) if items.count(item) > 1] == []
    assert len(items) == _LEVEL_1


def test_every_proof_is_a_test_that_there_is() -> None:
    missing = [
        f"{item} {file}::{name}"
        for item, file, name in _ROWS
        if not any(
            isinstance(node, ast.FunctionDef) and node.name == name
            for node in ast.walk(parse_python(ROOT / "tests" / file))
        )
    ]

    assert missing == []
