"""Holds the pure rooms' own tests to every line and every branch of them."""

from pathlib import Path

from tests.checks.tool import run_tool


def test_the_pure_rooms_are_covered_line_by_line_and_branch_by_branch(tmp_path: Path) -> None:
    data = str(tmp_path / "coverage")
    rooms = ("tests/contract", "tests/core", "tests/offers")

    run_tool("coverage", "run", "-m", "pytest", "-q", "-p", "no:cacheprovider", *rooms, COVERAGE_FILE=data)

    run_tool("coverage", "report", COVERAGE_FILE=data)
