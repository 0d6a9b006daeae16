"""Makes every exception from a tool's rule say why, on its own line."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.checks.tree import ROOT, list_files, name_place, read_text

_RULES = r"[A-Z]+\d+(?:, ?[A-Z]+\d+)*"
_DIRECTIVE = re.compile(
    rf"#\s*(?:noqa(?:: ?{_RULES})?|(?:type|pyright): ignore(?:\[[\w, -]*\])?|pragma: no (?:cover|branch))"
)
_WHOLE_FILE = re.compile(r"#\s*(?:ruff: noqa|flake8: noqa|mypy: |pyright: (?:basic|standard)|type: ignore\s*$)")
_REASON = re.compile(r"[a-z]{3}")


def _list_comments(path: Path) -> Iterator[tuple[str, str]]:
    for token in tokenize.generate_tokens(io.StringIO(read_text(path)).readline):
        if token.type == tokenize.COMMENT:
            yield name_place(path, token.start[0]), token.string


def test_every_ignore_has_its_reason_on_the_same_line() -> None:
    comments = [comment for path in list_files(".py") for comment in _list_comments(path)]
    ignores = [(place, text) for place, text in comments if _DIRECTIVE.search(text)]

    assert [place for place, text in ignores if not _REASON.search(_DIRECTIVE.sub("", text))] == []


def test_no_file_is_excused_as_a_whole() -> None:
    comments = [comment for path in list_files(".py") for comment in _list_comments(path)]

    assert [place for place, text in comments if _WHOLE_FILE.match(text) and not _REASON.search(text[1:])] == []


def test_every_rule_that_the_linter_ignores_has_its_reason() -> None:
    lines = read_text(ROOT / "pyproject.toml").splitlines()
    rules = [line.strip() for line in lines if re.match(r"\s+\"[A-Z]+\d*\",", line)]

    assert [rule for rule in rules if "#" not in rule] == []
