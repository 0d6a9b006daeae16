"""Where lives of a screen begin: a process that has loaded everything, and forks one in milliseconds.

`python -m tests.faults.nursery` reads orders (`FOLDER URL LIFE TAPS KIND`, then `wait` or `kill`) and says of each the
process, and how it ended. A life waits for SIGUSR1 before it does anything, so that somebody can take hold of it.
"""

import os
import signal
import sys
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, get_args

from tests.faults.program import start_module
from tests.faults.screen import FaultScreen
from tests.faults.state_files import NEW, write_files

Kind = Literal["cycle", "storm", "files"]
"""A `cycle` taps and delivers on one thread, step by step; a `storm` taps as fast as it can, on all threads; of `files`
each is replaced once."""
KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}


LONGEST_LIFE_S = 120
"""Whoever lives longer hangs, and is ended by SIGALRM: no trial waits for ever."""


class Nursery:
    """A context manager; one life at a time. `before` are words that the command begins with."""

    def __init__(self, *before: str) -> None:
        self._process = start_module("tests.faults.nursery", before=before)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def bear(self, folder: Path, url: str, life: int, taps: int, kind: Kind) -> int:
        """A new life, which waits; its process."""
        return self._ask(f"{folder} {url} {life} {taps} {kind}")

    def await_end(self) -> int:
        """How the latest life ended: its exit code, or the negative of the signal that ended it."""
        return self._ask("wait")

    def kill(self) -> int:
        """End the latest life at once, unless it ended before; how it ended."""
        return self._ask("kill")

    def _ask(self, order: str) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def wake(process: int) -> None:
    """Let a life begin."""
    os.kill(process, signal.SIGUSR1)


def live(folder: Path, url: str, life: int, taps: int, kind: Kind) -> None:
    signal.alarm(LONGEST_LIFE_S)
    if kind == "files":
        signal.sigwait({signal.SIGUSR1})
        write_files(folder, NEW)
        return
    screen = FaultScreen(folder, url, life)
    signal.sigwait({signal.SIGUSR1})
    if kind == "cycle":
        for number in range(taps):
            screen.tap(number)
            screen.step()
            screen.step()
        screen.close()
        return
    screen.courier.start()
    screen.keeper.start()
    for number in range(taps):
        screen.order(number)
    screen.keeper.stop(60)
    screen.courier.stop()


def say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def serve() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    for order in sys.stdin:
        folder, url, life, taps, kind = order.split()
        process = os.fork()
        if not process:
            live(Path(folder), url, int(life), int(taps), KINDS[kind])
            os._exit(0)
        say(process)
        # Until it is waited for its number is nobody else's.
        if sys.stdin.readline().strip() == "kill":
            os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        say(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    serve()
