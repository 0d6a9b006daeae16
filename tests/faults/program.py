"""Starts a module of the tests as a program of its own."""

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def start_module(name: str, *arguments: str, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """Spoken with by its input and output; its command begins with `before`."""
    command = (*before, sys.executable, "-m", name, *arguments)
    return subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 # our own program
