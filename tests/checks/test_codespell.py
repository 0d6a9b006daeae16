"""Finds misspelt words in code and documents."""

from tests.checks.tool import run_tool


def test_no_common_word_is_misspelt() -> None:
    run_tool("codespell", ".")
