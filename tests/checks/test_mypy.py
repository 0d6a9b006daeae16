"""Holds the types to mypy's strict rules."""

from tests.checks.tool import run_tool


def test_mypy_finds_nothing() -> None:
    run_tool("mypy")
