from pathlib import Path

import pytest

from kiosk.health.listener import Listener
from kiosk.health.report import Report
from tests.doubles.deadline import wait_until
from tests.doubles.monitor import ask_health, is_heard


def test_it_answers_from_its_start_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "health.sock"
    listener = Listener(f"unix:{path}", lambda: Report(well=True))
    listener.start()
    wait_until(lambda: is_heard(f"unix:{path}"))
    assert [ask_health(f"unix:{path}")["status"] for _ in range(2)] == [200, 200]
    listener.stop()
    assert not path.exists()
    assert [worker.is_dead for worker in listener.workers] == [False]


@pytest.mark.allow_log("nobody can ask how the program is at unix:")
def test_an_address_that_cannot_be_had_is_said_and_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "run" / "health.sock"
    listener = Listener(f"unix:{path}", lambda: Report(well=True), rest_s=0.01)
    listener.start()
    wait_until(lambda: listener.workers[0].beats > 1)
    path.parent.mkdir()
    wait_until(lambda: is_heard(f"unix:{path}"))
    listener.stop()
