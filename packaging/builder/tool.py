"""Runs the programs that a build is made of, and shows what they say where they fail."""

import os
import subprocess
import sys


class BuildStopped(Exception):
    """Nothing can be built of this; the message says why."""


def ask_tool(*command: str, folder: str = ".", **environment: str) -> str:
    """What the program says; raises `BuildStopped` where it fails."""
    answer = subprocess.run(  # noqa: S603 # the builder's own fixed commands
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    if answer.returncode:
        sys.stderr.write(answer.stderr)
        message = f"{command[0]} failed; its own words above say why"
        raise BuildStopped(message)
    return answer.stdout
