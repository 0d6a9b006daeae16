"""Loads a program of the appliance that lies on the machine as one file."""

import importlib.util
import sys
from types import ModuleType

from tests.checks.tree import ROOT

FILES = ROOT / "packaging/vitrine-appliance/files"


def load_program(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FILES / f"usr/lib/vitrine-appliance/{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look it up
    spec.loader.exec_module(module)
    return module
