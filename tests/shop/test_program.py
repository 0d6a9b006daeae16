import sys
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.shop.program import run_program, start_program

SLEEPER = (sys.executable, "-c", "import signal; print('up', flush=True); signal.pause()")


def test_a_program_runs_until_it_is_stopped(tmp_path: Path) -> None:
    log = tmp_path / "log"
    program = start_program("it", SLEEPER, log, lambda: log.is_file() and b"up" in log.read_bytes())
    assert program.process.poll() is None
    program.stop()
    assert program.process.poll() is not None


def test_a_program_that_ends_before_it_is_up_is_told_with_the_place_of_its_reason(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="its reason is in"):
        start_program("it", (sys.executable, "-c", "raise SystemExit('no')"), tmp_path / "log", lambda: False)
    assert "no" in (tmp_path / "log").read_text()


def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    run_program("it", (sys.executable, "-c", ""), tmp_path / "log")
    with pytest.raises(KioskError, match="it failed"):
        run_program("it", (sys.executable, "-c", "raise SystemExit(3)"), tmp_path / "log")
