"""Keeps the ranges that were found by hard trials: a version outside them crashes or was never looked at."""

import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement

from tests.checks.tree import ROOT, read_text

_PROJECT = tomllib.loads(read_text(ROOT / "pyproject.toml"))["project"]
_REQUIRED = {one.name: one.specifier for one in map(Requirement, _PROJECT["dependencies"])}


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
