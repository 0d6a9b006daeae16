"""Gives every module a test of the same name; one that only declares plain data has nothing to test."""

import ast
from pathlib import Path

from tests.checks.tree import ROOT, list_files, name_place, parse_python

# A module without a test of its own, and why it may.
_EXCUSED = {
    "kiosk/hub/migrations/env.py": "alembic runs it: every test that migrates a database does, too",
}


def _does_something(node: ast.AST) -> bool:
    """Whether it is a function with a body; a port's method has a docstring, and perhaps dots."""
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not all(map(_says_only, node.body))


def _says_only(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)


def _is_excused(path: Path) -> bool:
    only_declares = not any(_does_something(node) for node in ast.walk(parse_python(path)))
    return only_declares or "versions" in path.parts or name_place(path) in _EXCUSED


def _find_twin(path: Path) -> Path:
    inside = path.relative_to(ROOT / "kiosk")
    return ROOT / "tests" / inside.parent / f"test_{inside.stem.strip('_')}.py"


def test_every_module_that_does_something_has_a_test_of_the_same_name() -> None:
    modules = [path for path in list_files(".py") if path.is_relative_to(ROOT / "kiosk") and not _is_excused(path)]

    assert [name_place(path) for path in modules if not _find_twin(path).is_file()] == []


def test_every_excuse_is_still_needed() -> None:
    assert [name for name in _EXCUSED if not (ROOT / name).is_file() or _find_twin(ROOT / name).is_file()] == []
