"""Finds code that nothing uses."""

from tests.checks.tool import run_tool


def test_there_is_no_dead_code() -> None:
    run_tool("vulture")
