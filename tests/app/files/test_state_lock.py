from pathlib import Path

import pytest

from kiosk.app.files.state_lock import StateLock
from kiosk.errors import KioskError


def test_a_second_screen_is_refused_until_the_first_has_gone(tmp_path: Path) -> None:
    first, second = StateLock(tmp_path), StateLock(tmp_path)
    first.take()
    with pytest.raises(KioskError, match="used by another running screen"):
        second.take()
    first.release()
    second.take()
    second.release()


def test_a_folder_that_cannot_be_made_stops_no_screen(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    lock = StateLock(tmp_path / "file" / "state")
    lock.take()
    lock.release()
