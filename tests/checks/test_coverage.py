"""Holds the pure rooms' own tests to every line and every branch of them."""

from pathlib import Path

from tests.checks.tool import run_tool


def test_the_pure_rooms_are_covered_line_by_line_and_branch_by_branch(tmp_path: Path) -> None:
    data = str(tmp_path / "coverage")
    rooms = ("tests/codes", "tests/contract", "tests/core", "tests/offers", "tests/pricing")

    # To count lines takes several times as long as to run them, and luck is to cover none.
    brief = ("--hypothesis-profile=brief", "-k", "not cost_next_to_nothing")
    run_tool("coverage", "run", "-m", "pytest", "-q", "-p", "no:cacheprovider", *brief, *rooms, COVERAGE_FILE=data)

    run_tool("coverage", "report", COVERAGE_FILE=data)
