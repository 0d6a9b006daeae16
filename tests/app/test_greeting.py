import logging
from pathlib import Path

import pytest

from kiosk.app.greeting import introduce
from tests.doubles.settings import make_settings


def test_it_names_the_screen_and_whom_it_talks_to(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    introduce(make_settings(tmp_path), "offscreen")
    assert "screen window-1 of berlin-mitte on offscreen, broker mqtt://127.0.0.1:9" in caplog.text
