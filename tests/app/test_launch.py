import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.launch import run_screen
from kiosk.errors import KioskError
from tests.doubles.settings import make_settings

LIGHT = "import sys, kiosk.app.launch; print('PySide6' in sys.modules)"

WHOLE = """
import gc, sys
from pathlib import Path
from kiosk.app.launch import run_screen
from kiosk.app.observer import Observer
from tests.doubles.settings import make_settings

def leave(scene):
    from PySide6.QtCore import QCoreApplication, QTimer
    print(gc.isenabled())
    QTimer.singleShot(0, QCoreApplication.quit)

print(run_screen(make_settings(Path(sys.argv[1])), Observer(on_seen=leave)))
print(gc.isenabled(), gc.get_freeze_count() > 10_000)
"""


def hear(program: str, *arguments: str) -> list[str]:
    """What it prints in a process of its own: what happens to the collector is no other test's business."""
    told = subprocess.run([sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True)  # noqa: S603 - our own words
    return told.stdout.splitlines()


def test_it_is_light_to_import() -> None:
    assert hear(LIGHT) == ["False"]


def test_nobody_looks_for_garbage_before_the_first_picture_and_never_among_what_was_loaded(tmp_path: Path) -> None:
    assert hear(WHOLE, str(tmp_path)) == ["False", "0", "True True"]


def test_a_screen_without_a_folder_loads_nothing_that_reads_one(tmp_path: Path) -> None:
    assert hear(f"{WHOLE}print('kiosk.signage' in sys.modules)", str(tmp_path))[-1] == "False"


def test_a_screen_without_a_scanner_loads_nothing_that_reads_codes_of_goods(tmp_path: Path) -> None:
    assert hear(f"{WHOLE}print('biip' in sys.modules)", str(tmp_path))[-1] == "False"


def test_what_cannot_be_used_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        run_screen(make_settings(tmp_path, f"store.key_file={tmp_path / 'none'}"))
