"""Takes hold of a life by strace, to list its system calls, or to spoil one of them.

Source: strace(1), "Tampering". No filter of calls is set: tampering would then miss those that are left out.
"""

import re
import signal
import subprocess
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

_WRITES = ("pwrite64", "ftruncate", "fsync", "fdatasync")
"""As SQLite does it."""
_CALL = re.compile(r"^(\w+)\(", re.MULTILINE)


class Spoiling(Struct, frozen=True):
    """The `nth` call (from 1) of this name comes to `what`, such as `signal=KILL` or `error=EIO`."""

    call: str
    nth: int
    what: str

    def __str__(self) -> str:
        return f"{self.call}:{self.what}:when={self.nth}"


@contextmanager
def hold(process: int, spoiling: Spoiling | None, log: Path) -> Generator[None, None, None]:
    """Have hold of the process within; `log` lists its calls. Raises `AssertionError` where that is not allowed."""
    with _attach(process, str(spoiling) if spoiling else None, log) as strace:
        yield
        strace.communicate()


@contextmanager
def fill_disk(thread: int, log: Path) -> Generator[None, None, None]:
    """Within, nothing that this thread writes to a database finds room. Raises as `hold`."""
    with _attach(thread, f"{','.join(_WRITES)}:error=ENOSPC", log) as strace:
        try:
            yield
        finally:
            strace.send_signal(signal.SIGINT)  # it lets go
            strace.communicate()


@contextmanager
def _attach(process: int, tampering: str | None, log: Path) -> Generator[subprocess.Popen[str], None, None]:
    tamper = ("-e", f"inject={tampering}") if tampering else ()
    command = ("strace", "-o", str(log), *tamper, "-p", str(process))
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:  # noqa: S603 # it takes no shell
        assert strace.stderr
        first = strace.stderr.readline()
        assert "attached" in first, f"strace may not look into other programs here: {first}"
        yield strace


def count_calls(log: Path) -> Counter[str]:
    """How often each call was made."""
    return Counter(_CALL.findall(log.read_text(errors="replace")))
