"""The tree as the checks see it: every file that belongs to the project, found without git."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_FOLDERS = (".ci", "assets", "kiosk", "packaging", "tests", "themes")


@cache
def list_files(suffix: str = "") -> tuple[Path, ...]:
    """All files whose name ends in `suffix`, sorted, with absolute paths."""
    found = [path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".coverage")]
    for folder in _FOLDERS:
        found += [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return tuple(sorted(path for path in found if path.name.endswith(suffix)))


@cache
def read_text(path: Path) -> str:
    """The file's text; a file that is not there, or is no UTF-8 text, reads as empty."""
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


@cache
def parse_python(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(read_text(path), filename=str(path))


def walk_python(*folders: str) -> Iterator[tuple[Path, ast.AST]]:
    """Each syntax node of each Python file below these folders of the project."""
    for path in list_files(".py"):
        if any(path.is_relative_to(ROOT / folder) for folder in folders):
            for node in ast.walk(parse_python(path)):
                yield path, node


def name_place(path: Path, line: int | None = None) -> str:
    """The place as a person reads it: path from the project's folder, and the line."""
    where = path.relative_to(ROOT).as_posix()
    return where if line is None else f"{where}:{line}"
