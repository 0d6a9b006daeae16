"""What Qt does not bound by itself is done in a process of its own, which may take so much and is then ended."""

import resource
from pathlib import Path

from kiosk.places import PYTHON


def ask_bounded(module: str, path: Path, *words: str, longest_s: float) -> bytes | None:
    """What this module of ours writes of the file; `None`: it failed, or took too long. Call it where nobody waits."""
    import subprocess  # noqa: PLC0415 # few screens have any such file

    try:
        done = subprocess.run(  # noqa: S603 # Python itself, on a module of our own
            (*PYTHON, "-m", module, str(path), *words),
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=longest_s,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def bind_process(memory: int, seconds: int) -> None:
    """From here on this process may take so many bytes of address space, and so long of the processor."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
