import os
from pathlib import Path

import pytest

from kiosk.learning.memory import Memory
from kiosk.learning.memory_file import FILE_NAME, MemoryFile
from kiosk.offers.posterior import Tally

MEMORY = Memory().note("window-1", "boots", "weekday-morning", Tally(4, 3, 2, 1))


def test_what_was_learnt_is_there_after_a_restart(tmp_path: Path) -> None:
    MemoryFile(tmp_path / "state").save(MEMORY)
    assert MemoryFile(tmp_path / "state").load() == MEMORY


def test_a_first_start_knows_nothing_and_complains_of_nothing(tmp_path: Path) -> None:
    assert MemoryFile(tmp_path).load() == Memory()


@pytest.mark.allow_log("is set aside: learning begins anew")
@pytest.mark.parametrize(
    "content",
    [b"", b'{"screens": {"w": {"o": {"c": [1, 2, "x", 4]}}}}', b'{"screens": {"w": {"o": {"c": [-1, 0, 0, 0]}}}}'],
)
def test_a_damaged_file_is_set_aside_and_learning_begins_anew(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    assert MemoryFile(tmp_path).load() == Memory()
    assert "learning begins anew" in caplog.text
    assert (tmp_path / f"{FILE_NAME}.broken").read_bytes() == content
    assert MemoryFile(tmp_path).load() == Memory()


@pytest.mark.allow_log("cannot be used .OSError.")
def test_a_file_that_cannot_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert MemoryFile(tmp_path).load() == Memory()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        MemoryFile(tmp_path / "file").save(MEMORY)


@pytest.mark.allow_log("learning begins anew")
def test_a_pipe_in_its_place_holds_nobody_up_and_is_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    assert MemoryFile(tmp_path).load() == Memory()
    MemoryFile(tmp_path).save(MEMORY)
    assert MemoryFile(tmp_path).load() == MEMORY
