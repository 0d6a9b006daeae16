import os
from pathlib import Path

import pytest

from kiosk.learning.decision_log import FILE_NAME, OLDER_NAME, DecisionLog, read_decisions
from tests.learning.test_decision import decide


def test_decisions_are_read_as_they_were_written(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path / "state")
    decisions = [decide(number) for number in range(3)]
    for decision in decisions:
        log.write(decision)
    assert list(read_decisions(tmp_path / "state" / FILE_NAME)) == decisions


def test_a_line_that_is_no_decision_hides_no_other(tmp_path: Path) -> None:
    DecisionLog(tmp_path).write(decide())
    path = tmp_path / FILE_NAME
    path.write_bytes(b"{}\n" + path.read_bytes() + b'\xff\n{"id": 1')
    assert list(read_decisions(path)) == [None, decide(), None, None]


def test_the_disk_never_fills(tmp_path: Path) -> None:
    log = DecisionLog(tmp_path, largest=2000)
    for number in range(20):
        log.write(decide(number))
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == [FILE_NAME, OLDER_NAME]
    assert max(path.stat().st_size for path in files) < 3000


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    with pytest.raises(OSError, match=FILE_NAME):
        DecisionLog(tmp_path).write(decide())
