"""Holds the types to pyright's strict rules: it sees what mypy does not, and the other way round."""

from tests.checks.tool import run_tool


def test_pyright_finds_nothing() -> None:
    # It would ask the network for a newer self otherwise; its node comes in a wheel.
    run_tool("pyright", "--warnings", PYRIGHT_PYTHON_IGNORE_WARNINGS="1")
