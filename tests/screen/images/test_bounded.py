import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.screen.images.bounded import ask_bounded

LONGEST_S = 60


def test_what_the_module_writes_of_the_file_is_the_answer(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("[1]")

    assert ask_bounded("json.tool", file, "--compact", longest_s=LONGEST_S) == b"[1]\n"


def test_a_module_that_fails_or_takes_too_long_answers_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("[1]")

    assert ask_bounded("json.tool", tmp_path / "nowhere", longest_s=LONGEST_S) is None
    assert ask_bounded("json.tool", file, longest_s=0) is None


@pytest.mark.parametrize(("work", "is_ended"), [("", False), ("bytes(2**31)", True), ("while True: pass", True)])
def test_a_process_that_bound_itself_takes_no_more(work: str, *, is_ended: bool) -> None:
    program = f"from kiosk.screen.images.bounded import bind_process\nbind_process(2**30, 1)\n{work}"
    command = (sys.executable, "-c", program)
    ended = subprocess.run(command, check=False, capture_output=True, timeout=LONGEST_S)  # noqa: S603 # as written above

    assert (ended.returncode != 0) == is_ended
