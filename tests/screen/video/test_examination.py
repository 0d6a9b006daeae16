import os
from pathlib import Path

import pytest

from kiosk.contract.video import VideoFlaw
from kiosk.screen.video.examination import examine_video
from tests.doubles.decoders import list_decoders
from tests.doubles.videos import GREEN, VIOLET

ENOUGH = 1280 * 720


@pytest.mark.parametrize("path", [GREEN, VIOLET])
def test_what_decodes_at_its_beginning_and_at_its_end_may_play(path: Path) -> None:
    assert examine_video(path, ENOUGH) is None


def test_one_that_is_larger_than_this_machine_can_play_is_refused_before_it_is_decoded() -> None:
    assert examine_video(GREEN, 320 * 180 - 1) is VideoFlaw.TOO_MANY_PIXELS


def test_what_decodes_only_in_part_is_refused(tmp_path: Path) -> None:
    content = GREEN.read_bytes()
    (tmp_path / "torn").write_bytes(content[: content.index(b"mdat") + 600] + bytes(len(content)))
    assert examine_video(tmp_path / "torn", ENOUGH) is VideoFlaw.NO_FRAME


def test_no_file_keeps_it_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never")
    assert examine_video(tmp_path / "never", ENOUGH, look_s=0.5) is VideoFlaw.NO_FRAME
    assert list_decoders() == []
