"""Holds QML to the house's rules that no linter knows: it reads tokens and words, and decides nothing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checks.tree import list_files, name_place, read_text

_FILES = list_files(".qml")
_MOST_SCRIPT_LINES = 10
_COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)

_FORBIDDEN = {
    "a colour that no token names": r"\"#[\da-fA-F]{3,8}\"|[cC]olor:\s*\"(?!transparent\")|Qt\.(rgba|hsla|hsva)\(\s*\d",
    "a size that no token names": r"\b(pixelSize|pointSize):\s*\d",
    "a duration that no token names": r"\b(duration|interval):\s*[1-9]",
    # A single character is no phrase: it is what type is measured by.
    "a phrase that stands not in the words": r"\btext:\s*\"(?=[^\"]{2})[^\"]*\w|\bqsTr(Id)?\(",
    "an untyped property": r"\bproperty\s+var\b",
}


def _strip_comments(path: Path) -> str:
    """The file's text with each comment blanked, so that line numbers stay."""
    return _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), read_text(path))


def _find_all(pattern: str) -> Iterator[str]:
    for path in _FILES:
        text = _strip_comments(path)
        for found in re.finditer(pattern, text):
            yield name_place(path, text.count("\n", 0, found.start()) + 1)


def _cut_block(text: str, start: int) -> str:
    """The braces that open at `start`, with all between them."""
    depth = 0
    for end in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        if depth == 0:
            return text[start : end + 1]
    return text[start:]


def _find_blocks(opening: str) -> Iterator[tuple[str, str]]:
    """Each block that `opening` begins, its last character the brace: its place and its text."""
    for path in _FILES:
        text = _strip_comments(path)
        for found in re.finditer(opening, text):
            yield name_place(path, text.count("\n", 0, found.start()) + 1), _cut_block(text, found.end() - 1)


@pytest.mark.parametrize("what", _FORBIDDEN)
def test_no_component_holds(what: str) -> None:
    assert list(_find_all(_FORBIDDEN[what])) == []


def test_every_text_is_plain() -> None:
    texts = _find_blocks(r"\b(?:Text|Label|TextEdit)\s*\{")

    assert [place for place, block in texts if "textFormat: Text.PlainText" not in block] == []


def test_no_script_is_longer_than_ten_lines() -> None:
    scripts = _find_blocks(r"\bfunction\s+\w+\([^)]*\)[^{\n]*\{|\bon[A-Z]\w*:\s*\{")

    assert [place for place, block in scripts if block.count("\n") - 1 > _MOST_SCRIPT_LINES] == []


def test_every_component_binds_what_it_reads() -> None:
    assert [name_place(path) for path in _FILES if "pragma ComponentBehavior: Bound" not in read_text(path)] == []


def test_qml_reads_each_token_each_place_and_each_phrase_that_it_declares() -> None:
    scripts = "\n".join(map(_strip_comments, _FILES))
    declared = [
        f"{path.stem}.{name}"
        for path in _FILES
        if path.parent.name == "Theme"
        for name in re.findall(r"\bproperty \w+ (\w+)", read_text(path))
    ]

    assert [name for name in declared if not re.search(rf"\b{re.escape(name)}\b", scripts)] == []


def test_nothing_reaches_qml_as_a_context_property() -> None:
    files = [path for path in list_files(".py") if not path.is_relative_to(Path(__file__).parent)]

    assert [name_place(path) for path in files if "setContextProperty" in read_text(path)] == []
