import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.doubles.themes import ACCENT, write_theme


def run_preview(*arguments: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, as it chooses Qt's platform for itself."""
    command = [sys.executable, "-m", "kiosk", "theme", "preview", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603 # our own program


def test_a_sheet_is_written_and_named(tmp_path: Path) -> None:
    folder, out = write_theme(tmp_path / "dusk", ""), tmp_path / "sheet.png"
    done = run_preview(str(folder), "--out", str(out), "--language", "en")
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(out) as sheet:
        assert done.stdout == f"{out}: {sheet.width}x{sheet.height}\n"
        assert sheet.width > 2000


def test_a_theme_that_is_broken_is_refused_by_file_and_key(tmp_path: Path) -> None:
    done = run_preview(str(write_theme(tmp_path / "dusk", "[type]\nprice = 12")), "--out", str(tmp_path / "sheet.png"))
    assert done.returncode == 2
    assert "dusk/theme.toml: type.price" in done.stderr
    assert not (tmp_path / "sheet.png").exists()


def test_it_is_drawn_as_given_options_would_have_it(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "dusk", ACCENT)
    done = run_preview(str(folder), "--options", "accent=#fff0e0", "--out", str(tmp_path / "sheet.png"))
    assert done.returncode == 2
    assert "meaning.pulse" in done.stderr, "an accent that does not read is refused"


@pytest.mark.parametrize("place", ["nowhere/sheet.png", "folder"])
def test_a_sheet_of_a_shipped_theme_that_cannot_be_written_is_an_error(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    done = run_preview("market", "--out", str(tmp_path / place))
    assert done.returncode == 2
    assert f"{place}: cannot be written" in done.stderr
