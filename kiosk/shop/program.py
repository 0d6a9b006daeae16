"""A program of the pretend shop that runs beside this one and ends with it."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError

START_S = 30.0
STOP_S = 5.0
_LOOK_S = 0.02


@dataclass(frozen=True, slots=True)
class Program:
    """A running program."""

    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """End it; harmless when it is gone already."""
        self.process.terminate()
        try:
            self.process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(STOP_S)

    def wait_until(self, is_up: Callable[[], bool]) -> bool:
        """Ask until it is up; false: it ended, or took too long."""
        pause = threading.Event()
        for _ in range(int(START_S / _LOOK_S)):
            if is_up():
                return True
            if self.process.poll() is not None:
                return False
            pause.wait(_LOOK_S)
        return False


def start_program(name: str, command: Sequence[str], log: Path, is_up: Callable[[], bool]) -> Program:
    """Start a program and wait until it is up; it writes to `log`, and ends with the thread that started it.

    Raises `KioskError` where it does not come up.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    # The kernel ends it with its parent, even when that is killed.
    setpriv = shutil.which("setpriv")
    leash = () if setpriv is None else (setpriv, "--pdeathsig", "TERM", "--")
    with log.open("ab") as out:
        process = subprocess.Popen((*leash, *command), stdout=out, stderr=out, stdin=subprocess.DEVNULL)  # noqa: S603 - our own choice of programs
    program = Program(process)
    if not program.wait_until(is_up):
        program.stop()
        message = f"{name} did not come up within {START_S:.0f} s; its reason is in {log}"
        raise KioskError(message)
    return program


def run_program(name: str, command: Sequence[str], log: Path) -> None:
    """Run a program to its end; raises `KioskError` where it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        done = subprocess.run(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, check=False)  # noqa: S603 - our own choice of programs
    if done.returncode:
        message = f"{name} failed; its reason is in {log}"
        raise KioskError(message)
