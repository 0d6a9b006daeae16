"""Has the programs compiled before they are measured: a shop's screen was, by whoever installed it."""

import compileall
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def compile_programs(package: Path = PACKAGE) -> bool:
    """Write the byte code that is missing beside the sources; whether all of it is there now.

    Where the folder is read-only it stays as it was installed.
    """
    return bool(compileall.compile_dir(package, quiet=2))
