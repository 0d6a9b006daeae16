import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from kiosk.app.curtain import run_screen
from kiosk.app.onlooker import Onlooker
from kiosk.errors import KioskError
from tests.doubles.settings import make_settings

PROBE = "import sys, kiosk.app.curtain; print('PySide6' in sys.modules)"


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_it_is_light_to_import() -> None:
    told = subprocess.run([sys.executable, "-c", PROBE], check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words
    assert told == "False\n"


def test_nobody_looks_for_garbage_before_the_first_picture_is_seen(tmp_path: Path, qtbot: QtBot) -> None:  # noqa: ARG001 # it makes the application
    collecting: list[bool] = []

    def leave() -> None:
        collecting.append(gc.isenabled())
        QTimer.singleShot(0, QCoreApplication.quit)

    assert run_screen(make_settings(tmp_path), Onlooker(on_seen=lambda _scene: leave())) == 0
    assert (collecting[0], gc.isenabled()) == (False, True)


def test_a_screen_that_cannot_open_leaves_the_collector_at_work(tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        run_screen(make_settings(tmp_path, f"store.key_file={tmp_path / 'none'}"))
    assert gc.isenabled()
