"""Keeps the ranges that were found by hard trials: a version outside them crashes or was never looked at."""

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions, version

import pytest
from packaging.requirements import Requirement

from tests.checks.tree import ROOT, name_place, read_text, walk_python

_PROJECT = tomllib.loads(read_text(ROOT / "pyproject.toml"))["project"]
_REQUIRED = {one.name: one.specifier for one in map(Requirement, _PROJECT["dependencies"])}
_BROUGHT = {"urllib3": "requests", "ndeflib": "nfcpy", "shiboken6": "pyside6-essentials"}
"""What comes with something that is asked for, and is of no use without it."""
_HUB = ("kiosk/hub/", "kiosk/bench/hub/")
"""Rooms of the hub, which has an extra of its own."""
_BRINGERS = packages_distributions()


@pytest.mark.parametrize("crashing", ["6.8.3", "6.10.1", "6.12.0", "6.13.0"])
def test_a_crashing_pyside_is_shut_out(crashing: str) -> None:
    assert crashing not in _REQUIRED["pyside6-essentials"]


def test_only_the_pyside_without_the_web_engine_is_asked_for() -> None:
    assert {name for name in _REQUIRED if name.lower().startswith("pyside6")} == {"pyside6-essentials"}


def test_multimedia_comes_with_the_same_versions_and_not_with_the_web_engine() -> None:
    (wanted,) = map(Requirement, _PROJECT["optional-dependencies"]["multimedia"])
    assert wanted.name == "pyside6-addons"
    assert wanted.specifier == _REQUIRED["pyside6-essentials"]
    assert version("pyside6-addons") == version("pyside6-essentials")


def test_nfcpy_is_the_one_whose_faults_are_guarded() -> None:
    assert str(_REQUIRED["nfcpy"]) == "==1.0.4"


@pytest.mark.parametrize("name", _REQUIRED)
def test_what_is_installed_is_what_is_asked_for(name: str) -> None:
    assert version(name) in _REQUIRED[name]


def test_a_screen_imports_only_what_every_screen_has() -> None:
    themes = {Requirement(line).name for line in _PROJECT["optional-dependencies"]["themes"]}
    wrong: list[tuple[str, set[str]]] = []
    for path, node in walk_python("kiosk"):
        place = name_place(path)
        has = _REQUIRED.keys() | _BROUGHT.keys() | (themes if place.startswith("kiosk/theming/") else set[str]())
        if not place.startswith(_HUB):
            wrong += [(place, one) for one in _list_imported(node) if not one & has]

    assert wrong == []


def _list_imported(node: ast.AST) -> list[set[str]]:
    """By which packages each module is brought that this node imports and that is neither Python's nor ours."""
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
    tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"kiosk"}
    return [{name.lower().replace("_", "-") for name in _BRINGERS.get(top, [top])} for top in tops]
