"""Holds Python to the house's rules that no linter knows."""

import ast
from pathlib import Path
from typing import TypeGuard

from tests.checks.tree import name_place, read_text, walk_python

_CLOCKS = {"now", "utcnow", "today"}


def _read_line(path: Path, line: int) -> str:
    return read_text(path).splitlines()[line - 1]


def _names_all_errors(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_names_all_errors(one) for one in caught.elts)
    return caught is None or (isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"})


def _passes_on(handler: ast.ExceptHandler) -> bool:
    return isinstance(handler.body[-1], ast.Raise)


def _is_method(node: ast.AST, *names: str) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names


def _is_put_together(call: ast.Call) -> bool:
    text = call.args[0] if call.args else None
    return text is not None and (isinstance(text, ast.JoinedStr | ast.BinOp) or _is_method(text, "format", "join"))


def _mentions_mock(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return bool(node.module and "mock" in node.module) or any(one.name == "mock" for one in node.names)
    return isinstance(node, ast.Import) and any("mock" in one.name for one in node.names)


def _is_of_qt(node: ast.ImportFrom) -> bool:
    return bool(node.module and node.module.startswith("PySide6"))


def test_an_except_that_swallows_every_error_says_why() -> None:
    broad = [
        (path, node.lineno)
        for path, node in walk_python("kiosk", "tests")
        if isinstance(node, ast.ExceptHandler) and _names_all_errors(node.type) and not _passes_on(node)
    ]

    assert [name_place(*place) for place in broad if "#" not in _read_line(*place)] == []


def test_no_test_sleeps() -> None:
    sleeps = [
        name_place(path, node.lineno)
        for path, node in walk_python("tests")
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"time.sleep", "sleep", "asyncio.sleep"}
    ]

    assert sleeps == []


def test_the_screen_names_qt_at_the_head_of_its_modules() -> None:
    """PySide makes a class when it is first named; two threads that name one at once end the process."""
    late = [
        name_place(path, node.lineno)
        for path, node in walk_python("kiosk")
        if isinstance(node, ast.ImportFrom) and _is_of_qt(node) and node.col_offset and "screen" in path.parts
    ]

    assert late == []


def test_a_mock_says_why_no_double_would_do() -> None:
    mocks = [
        (path, node.lineno)
        for path, node in walk_python("kiosk", "tests")
        if isinstance(node, ast.Import | ast.ImportFrom) and _mentions_mock(node)
    ]

    assert [name_place(*place) for place in mocks if "#" not in _read_line(*place)] == []


def test_a_query_put_together_from_text_says_why() -> None:
    queries = [
        (path, node.lineno)
        for path, node in walk_python("kiosk", "tests")
        if _is_method(node, "execute", "executemany", "executescript") and _is_put_together(node)
    ]

    assert [name_place(*place) for place in queries if "#" not in _read_line(*place)] == []


def test_the_pure_rooms_ask_no_clock() -> None:
    asked = [
        name_place(path, node.lineno)
        for path, node in walk_python("kiosk/contract", "kiosk/core", "kiosk/offers")
        if isinstance(node, ast.Call) and _is_method(node, *_CLOCKS)
    ]

    assert asked == []
