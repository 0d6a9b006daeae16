import subprocess
import sys
from pathlib import Path


def test_the_demo_closes_the_loop_and_pictures_it(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "kiosk", "demo", "--seconds", "20", "--screenshots", str(tmp_path / "out"))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90)  # noqa: S603 # our own program
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the conversation goes on at http://" in done.stdout
    names = {path.name.partition("-")[2].partition("-")[0] for path in (tmp_path / "out").glob("*.png")}
    assert {"attract", "offering", "saved"} <= names


def test_a_demo_that_closed_no_loop_says_so_and_fails(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "kiosk", "demo", "--seconds", "0.5", "--set", f"theme.dir={tmp_path}")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=90)  # noqa: S603 # our own program
    assert done.returncode == 1
    assert "NOT closed" in done.stdout
