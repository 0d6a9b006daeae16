from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path

import pytest

from kiosk.doctor.ears import check_ears
from tests.doubles.settings import make_settings


def test_a_screen_that_shall_be_silent_needs_nothing(tmp_path: Path) -> None:
    assert check_ears(make_settings(tmp_path)) == []


@pytest.mark.parametrize(
    ("wanted", "part", "is_there"),
    [
        ("display.sound=true", "sound", find_spec("PySide6.QtMultimedia")),
        ("display.speech=aloud", "speech", find_spec("PySide6.QtTextToSpeech") and find_library("speechd")),
    ],
)
def test_what_shall_be_heard_is_looked_for_and_what_to_install_is_said(
    tmp_path: Path, wanted: str, part: str, is_there: object
) -> None:
    (finding,) = check_ears(make_settings(tmp_path, wanted))
    assert (finding.part, finding.level) == (part, "ok" if is_there else "warn")
    assert bool(finding.advice) == (not is_there)
