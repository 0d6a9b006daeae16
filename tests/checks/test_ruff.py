"""Holds every Python file to the linter with all its rules, and to one layout."""

from tests.checks.tool import run_tool


def test_ruff_finds_nothing() -> None:
    run_tool("ruff", "check", "--no-fix", "--output-format=concise", ".")


def test_every_file_is_laid_out_by_the_formatter() -> None:
    run_tool("ruff", "format", "--check", ".")
