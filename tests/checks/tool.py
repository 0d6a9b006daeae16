"""A tool of the house run as a check: its own words are the failure's text."""

import os
import subprocess
import sys
from pathlib import Path

from tests.checks.tree import ROOT

_BIN = Path(sys.executable).parent


def run_tool(name: str, *arguments: str, folder: Path = ROOT, **environment: str) -> str:
    """Run a program of the virtual environment; its output, and an assertion error with it unless it was content."""
    done = subprocess.run(  # noqa: S603 # the checks' own fixed commands
        [str(_BIN / name), *arguments],
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{name} says:\n{done.stdout}"
    return done.stdout
