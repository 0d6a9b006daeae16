"""Keeps files and functions small enough to be read in one go."""

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

from tests.checks.tree import ROOT, list_files, name_place, read_text, walk_python

_MOST_LINES = {".py": 250, ".qml": 200}
_MOST_FUNCTION_LINES = 40
# Lines of the middle file or function, and of the one that nine in ten stay below.
_HOLD_PYTHON = (90, 200)
_HOLD_QML = (60, 150)
_HOLD_FUNCTIONS = (6, 25)
# A migration is one long list of tables, written once and never edited.
_UNMEASURED = "versions"


def _count_lines(path: Path) -> int:
    return len(read_text(path).splitlines())


def _measure_files(suffix: str, folder: str = "") -> dict[str, int]:
    files = [path for path in list_files(suffix) if _UNMEASURED not in path.parts]
    return {name_place(path): _count_lines(path) for path in files if path.is_relative_to(ROOT / folder)}


def _measure_functions(*folders: str) -> dict[str, int]:
    return {
        f"{name_place(path, node.lineno)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, node in walk_python(*folders)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _assert_held(lines: dict[str, int], hold: tuple[int, int]) -> None:
    if len(lines) < 2:
        pytest.skip("there is nothing to measure yet")
    figures = (median(lines.values()), quantiles(lines.values(), n=10)[-1])
    assert figures[0] <= hold[0], f"median and 90th percentile are {figures}, to hold is {hold}"
    assert figures[1] <= hold[1], f"median and 90th percentile are {figures}, to hold is {hold}"


@pytest.mark.parametrize("suffix", _MOST_LINES)
def test_no_file_is_too_long(suffix: str) -> None:
    lengths = _measure_files(suffix)

    assert {name: lines for name, lines in lengths.items() if lines > _MOST_LINES[suffix]} == {}


def test_no_function_is_too_long() -> None:
    lengths = _measure_functions("kiosk", "tests")

    assert {name: lines for name, lines in lengths.items() if lines > _MOST_FUNCTION_LINES} == {}


def test_python_files_are_small_on_the_whole() -> None:
    _assert_held(_measure_files(".py", "kiosk"), _HOLD_PYTHON)


def test_qml_files_are_small_on_the_whole() -> None:
    _assert_held(_measure_files(".qml", "kiosk"), _HOLD_QML)


def test_functions_are_small_on_the_whole() -> None:
    _assert_held(_measure_functions("kiosk"), _HOLD_FUNCTIONS)
