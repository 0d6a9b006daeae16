import subprocess
import sys


def test_the_package_is_the_command() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "kiosk", "--version"], capture_output=True, text=True, check=True
    )  # our own program
    assert told.stdout.startswith("kiosk ")


def test_a_wrong_setting_is_told_by_the_exit_code() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "kiosk", "run"], capture_output=True, text=True, check=False
    )  # our own program
    assert told.returncode == 2
    assert "store: is missing" in told.stderr
