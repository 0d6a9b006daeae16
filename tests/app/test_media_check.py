from pathlib import Path

import pytest

from kiosk.app.media_check import check_file, find_decoding_flaw
from kiosk.contract.video import VideoFlaw
from kiosk.loyalty.failure import MediaRefused
from tests.doubles.pictures import draw_picture
from tests.doubles.videos import GREEN


def test_a_picture_and_a_video_that_decode_are_taken(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(draw_picture())
    check_file(tmp_path / "a", "image")
    check_file(GREEN, "video")


def test_a_video_that_is_whole_and_does_not_decode_is_refused(tmp_path: Path) -> None:
    content = GREEN.read_bytes()
    start = content.index(b"mdat") + 4
    (tmp_path / "noise").write_bytes(content[:start] + bytes(len(content) - start))
    with pytest.raises(MediaRefused) as refusal:
        check_file(tmp_path / "noise", "video")
    assert refusal.value.flaw is VideoFlaw.NO_FRAME
    assert find_decoding_flaw(tmp_path / "noise") is VideoFlaw.NO_FRAME
