"""Holds the imports between rooms to the contracts in pyproject.toml."""

from tests.checks.tool import run_tool


def test_every_import_keeps_to_the_layers() -> None:
    run_tool("lint-imports", "--no-cache")
