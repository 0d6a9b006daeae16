"""Holds Python to the house's rules that no linter knows."""

import ast
from pathlib import Path

from tests.checks.tree import name_place, read_text, walk_python

_CLOCKS = {"now", "utcnow", "today"}


def _read_line(path: Path, line: int) -> str:
    return read_text(path).splitlines()[line - 1]


def _names_all_errors(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_names_all_errors(one) for one in caught.elts)
    return caught is None or (isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"})


def _is_method(node: ast.AST, *names: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names


def _is_put_together(text: ast.expr) -> bool:
    return isinstance(text, ast.JoinedStr | ast.BinOp) or _is_method(text, "format", "join")


def _mentions_mock(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return bool(node.module and "mock" in node.module) or any(one.name == "mock" for one in node.names)
    return isinstance(node, ast.Import) and any("mock" in one.name for one in node.names)


def test_an_except_for_every_error_says_why() -> None:
    broad = [
        (path, node.lineno)
        for path, node in walk_python("kiosk", "tests")
        if isinstance(node, ast.ExceptHandler) and _names_all_errors(node.type)
    ]

    assert [name_place(*place) for place in broad if "#" not in _read_line(*place)] == []


def test_no_test_sleeps() -> None:
    sleeps = [
        name_place(path, node.lineno)
        for path, node in walk_python("tests")
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"time.sleep", "sleep", "asyncio.sleep"}
    ]

    assert sleeps == []


def test_a_mock_says_why_no_double_would_do() -> None:
    mocks = [
        (path, node.lineno)
        for path, node in walk_python("kiosk", "tests")
        if isinstance(node, ast.Import | ast.ImportFrom) and _mentions_mock(node)
    ]

    assert [name_place(*place) for place in mocks if "#" not in _read_line(*place)] == []


def test_no_query_is_put_together_from_text() -> None:
    queries = [
        (name_place(path, node.lineno), node.args[0])
        for path, node in walk_python("kiosk", "tests")
        if isinstance(node, ast.Call) and node.args and _is_method(node, "execute", "executemany", "executescript")
    ]

    assert [place for place, query in queries if _is_put_together(query)] == []


def test_the_pure_rooms_ask_no_clock() -> None:
    pure = {"contract", "core", "offers"}
    asked = [
        name_place(path, node.lineno)
        for path, node in walk_python("kiosk")
        if path.parent.name in pure and isinstance(node, ast.Call) and _is_method(node, *_CLOCKS)
    ]

    assert asked == []
