from pathlib import Path

import pytest

from kiosk.doctor.scanner import check_scanner
from tests.doubles.settings import make_settings
from tests.scanner.test_keyboards import SAID


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    path = tmp_path / "devices"
    path.write_text(SAID, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "level", "said"),
    [
        ("honeywell", "ok", "Honeywell Scanner: 1450g"),
        ("zebra", "fail", "zebra is not among the keyboards Honeywell Scanner: 1450g"),
        ("", "warn", "keyboards: Honeywell Scanner: 1450g"),
    ],
)
def test_the_scanner_is_looked_for_by_its_name(tmp_path: Path, devices: Path, name: str, level: str, said: str) -> None:
    (finding,) = check_scanner(make_settings(tmp_path, "scanner.device=keyboard", f"scanner.name={name}"), devices)
    assert (finding.level, finding.seen) == (level, said)


def test_a_screen_without_a_scanner_says_nothing(tmp_path: Path, devices: Path) -> None:
    assert check_scanner(make_settings(tmp_path), devices) == []


def test_where_the_kernel_says_nothing_it_is_to_be_tried(tmp_path: Path) -> None:
    (finding,) = check_scanner(make_settings(tmp_path, "scanner.device=keyboard"), tmp_path / "none")
    assert (finding.level, "cannot be read" in finding.seen) == ("warn", True)


def test_without_any_keyboard_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "devices").write_text("", encoding="utf-8")
    settings = make_settings(tmp_path, "scanner.device=keyboard", "scanner.name=zebra")
    (finding,) = check_scanner(settings, tmp_path / "devices")
    assert finding.seen.endswith("none")
