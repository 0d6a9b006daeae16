import socket
from pathlib import Path

import pytest

from kiosk.app.display import check_display
from kiosk.errors import KioskError


def test_a_display_that_does_not_answer_is_named_before_qt_looks_for_it(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="display :77 does not answer"):
        check_display({"DISPLAY": ":77"}, tmp_path)


def test_a_display_that_answers_is_well(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "X77"))
        server.listen()
        check_display({"DISPLAY": ":77.0"}, tmp_path)


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"DISPLAY": "far:0"},
        {"DISPLAY": ":77", "QT_QPA_PLATFORM": "offscreen"},
        {"DISPLAY": ":77", "WAYLAND_DISPLAY": "w"},
    ],
)
def test_what_it_cannot_judge_is_left_to_qt(env: dict[str, str], tmp_path: Path) -> None:
    check_display(env, tmp_path)
