from pathlib import Path

import pytest

from kiosk.app.files.keeper import Keeper, Kept
from kiosk.app.files.notices import FILE_NAME, NoticeFile
from kiosk.core.notice.bulletin import Board, Bulletin
from tests.doubles.deadline import wait_until
from tests.doubles.notebook import FaultBook

WET = Board(own=Bulletin({"": "Wet floor"}))
KEPT = Kept("what hangs on the board", "notice_not_saved")


def make_keeper(file: NoticeFile, faults: FaultBook, rest_s: float = 0.01) -> Keeper[Board]:
    keeper = Keeper(KEPT, file.save, faults, rest_s)
    keeper.start()
    return keeper


def test_what_is_told_is_on_disk_soon(tmp_path: Path) -> None:
    file = NoticeFile(tmp_path, "berlin")
    keeper = make_keeper(file, FaultBook())
    keeper.keep(WET)
    wait_until(lambda: file.load() == WET)
    keeper.stop()


def test_what_was_told_last_is_on_disk_at_the_end(tmp_path: Path) -> None:
    file = NoticeFile(tmp_path, "berlin")
    keeper = make_keeper(file, FaultBook())
    keeper.keep(WET)
    keeper.keep(Board())
    keeper.stop()

    assert file.load() == Board()


@pytest.mark.allow_log("what hangs on the board could not be written")
def test_what_the_disk_does_not_take_is_a_fault_and_tried_again_until_it_does(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / f"{FILE_NAME}.part"
    blocked.mkdir()
    faults = FaultBook()
    file = NoticeFile(tmp_path, "berlin")
    keeper = make_keeper(file, faults)
    keeper.keep(WET)
    faults.wait_for(("outbox", "notice_not_saved"), times=2)
    blocked.rmdir()
    faults.wait_for(("outbox", None))
    keeper.stop()

    assert file.load() == WET
    assert caplog.text.count("could not be written (Is a directory)") == 1
