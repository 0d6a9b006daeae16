"""Checks the types of QML against the Python classes that it reads, in a temporary folder.

The recipe is that of `pyside6-project qmllint`, which would write into the tree and pass over warnings.
"""

import ast
import json
from pathlib import Path

import PySide6

from tests.checks.tool import run_tool
from tests.checks.tree import ROOT, list_files, parse_python, read_text

_QML = ROOT / "kiosk" / "screen" / "qml"
_METATYPES = Path(PySide6.__file__).parent / "Qt" / "metatypes"
_MODULE = "Vitrine.Stage"


def _list_classes() -> list[Path]:
    return [path for path in list_files(".py") if f'QML_IMPORT_NAME = "{_MODULE}"' in read_text(path)]


def _list_constants(path: Path) -> set[str]:
    """The names of the properties that are declared `constant=True`."""
    functions = [node for node in ast.walk(parse_python(path)) if isinstance(node, ast.FunctionDef)]
    return {one.name for one in functions if any("constant=True" in ast.unparse(deco) for deco in one.decorator_list)}


def _dump_classes(folder: Path) -> Path:
    """What the classes offer to QML, as the type registrar reads it."""
    dump = folder / "classes.json"
    run_tool("pyside6-metaobjectdump", "-o", str(dump), *map(str, _list_classes()))
    classes = json.loads(dump.read_text())
    # The dump leaves out which properties are constant, and the linter would warn of each.
    constants = set[str]().union(*map(_list_constants, _list_classes()))
    for prop in (prop for file in classes for one in file["classes"] for prop in one.get("properties", ())):
        prop["constant"] = "notify" not in prop and prop["name"] in constants
    dump.write_text(json.dumps(classes))
    return dump


def _describe_module(folder: Path) -> None:
    """Write the module that QML imports: its qmldir and its types."""
    module = folder.joinpath(*_MODULE.split("."))
    module.mkdir(parents=True)
    (module / "qmldir").write_text(f"module {_MODULE}\ntypeinfo types.qmltypes\ndepends QtQuick\n")
    run_tool(
        "pyside6-qmltyperegistrar",
        f"--generate-qmltypes={module / 'types.qmltypes'}",
        f"--import-name={_MODULE}",
        "--major-version=1",
        "--minor-version=0",
        f"--foreign-types={','.join(str(_METATYPES / f'qt6{name}_metatypes.json') for name in ('core', 'gui', 'qml'))}",
        f"-o={folder / 'registration.cpp'}",
        str(_dump_classes(folder)),
    )


def test_qml_reads_only_what_there_is_by_its_right_type(tmp_path: Path) -> None:
    _describe_module(tmp_path)

    # Without a limit it would exit content on any number of warnings.
    options = ("--ignore-settings", "--max-warnings=0", "-I", str(tmp_path), "-I", str(_QML))
    run_tool("pyside6-qmllint", *options, *map(str, list_files(".qml")))
