"""A tool of the house run as a check: its own words are the failure's text."""

import os
import subprocess
import sys
from pathlib import Path

from tests.checks.tree import ROOT

_BIN = Path(sys.executable).parent


def ask_tool(name: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the virtual environment in the project's folder; errors stand in its output, too."""
    return subprocess.run(  # noqa: S603 # the checks' own fixed commands
        [str(_BIN / name), *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def run_tool(name: str, *arguments: str, **environment: str) -> None:
    """Run a program as `ask_tool` does, and fail with its output unless it was content."""
    answer = ask_tool(name, *arguments, **environment)
    assert answer.returncode == 0, f"{name} says:\n{answer.stdout}"
