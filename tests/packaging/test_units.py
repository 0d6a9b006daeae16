"""The units as systemd itself judges them: how much of the machine a fallen service could reach."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.checks.tree import ROOT

HUB = ROOT / "packaging/vitrine-hub/files/usr/lib/systemd/system/vitrine-hub.service"
APPLIANCE = ROOT / "packaging/vitrine-appliance/files/usr/lib/systemd/system"
SCREEN = APPLIANCE / "vitrine-screen.service"
STILL = APPLIANCE / "vitrine-safe-screen.service"
UNITS = [HUB, *sorted(APPLIANCE.iterdir())]

needs_systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")


def ask_systemd(*arguments: str | Path) -> str:
    told = subprocess.run(  # noqa: S603 # the test's own fixed commands
        ["systemd-analyze", "--no-pager", *arguments],  # noqa: S607 # wherever it lies
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout + told.stderr


def measure_exposure(unit: Path) -> float:
    """From 0 (safe) to 10, as systemd reckons it of the file alone."""
    told = re.search(r"exposure level for \S+: ([\d.]+)", ask_systemd("security", "--offline=true", unit))
    assert told
    return float(told[1])


def read_unit(unit: Path) -> list[str]:
    return unit.read_text(encoding="utf-8").splitlines()


@needs_systemd
@pytest.mark.parametrize(
    ("unit", "most"),
    [(SCREEN, 1.5), (HUB, 1.0), (STILL, 0.5)],
    ids=["screen", "hub", "still"],
)
def test_a_service_reaches_no_more_of_the_machine_than_it_needs(unit: Path, most: float) -> None:
    assert measure_exposure(unit) <= most


@needs_systemd
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_every_line_of_a_unit(unit: Path) -> None:
    complaints = ask_systemd("verify", unit).splitlines()

    assert [line for line in complaints if unit.name in line and "is not executable" not in line] == []


def test_the_screen_is_started_anew_unless_frames_reach_the_glass() -> None:
    lines = read_unit(SCREEN)

    assert {"Type=notify", "NotifyAccess=all", "WatchdogSec=6", "Restart=always"} <= set(lines)
    assert "OnFailure=vitrine-safe-screen.service" in lines


@pytest.mark.parametrize("unit", [HUB, SCREEN], ids=lambda unit: unit.name)
def test_a_secret_comes_as_a_credential_and_never_in_the_environment(unit: Path) -> None:
    lines = read_unit(unit)
    named = [line.partition("=")[2] for line in lines if line.startswith("LoadCredential=")]

    assert "vitrine-store-key" in named
    assert [line for line in lines if line.startswith("Environment=") and re.search("key|token|password", line)] == []


def test_the_program_runs_isolated_from_what_lies_about() -> None:
    starts = [line for unit in (HUB, SCREEN, STILL) for line in read_unit(unit) if line.startswith("ExecStart=")]
    settings = [line for line in read_unit(SCREEN) if line.startswith("Environment=")]

    assert len(starts) == 3
    assert [line for line in starts if "/bin/python3 -I " not in line] == []
    assert [line for line in settings if re.search("QML|QT_|PYTHON", line)] == []
