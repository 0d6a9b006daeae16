import logging
from pathlib import Path

import pytest

from kiosk.app.greeting import introduce
from tests.doubles.settings import make_settings


def test_it_names_the_screen_and_whom_it_talks_to(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    introduce(make_settings(tmp_path), "wayland")
    assert "screen window-1 of berlin-mitte on wayland, broker mqtt://127.0.0.1:9" in caplog.text
    assert len(caplog.messages) == 1


def test_without_a_display_it_says_that_nobody_sees_it_and_how_to_show_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    introduce(make_settings(tmp_path), "offscreen")
    assert "drawn where nobody sees it: to show it, start it in a desktop's session" in caplog.messages[-1]
