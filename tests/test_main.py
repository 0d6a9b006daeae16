import subprocess
import sys


def run_kiosk(*words: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "kiosk", *words)
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 # our own program


def test_the_package_is_the_command() -> None:
    assert run_kiosk("--version").stdout.startswith("kiosk ")


def test_a_wrong_setting_is_told_by_the_exit_code() -> None:
    told = run_kiosk("run")
    assert (told.returncode, "store: is missing" in told.stderr) == (2, True)
