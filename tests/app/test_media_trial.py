from pathlib import Path

import pytest

from kiosk.app.media_trial import find_decoding_flaw, try_media
from kiosk.contract.video import VideoFlaw
from kiosk.loyalty.failure import Flaw, MediaRefused
from tests.doubles.drawings import draw_across
from tests.doubles.pictures import FRAME_BOMB, draw_picture
from tests.doubles.videos import GREEN


def test_a_picture_and_a_video_that_decode_are_taken(tmp_path: Path) -> None:
    for kind in ("PNG", "AVIF"):
        (tmp_path / kind).write_bytes(draw_picture(kind))
        try_media(tmp_path / kind, "image")
    try_media(GREEN, "video")


def test_a_picture_that_only_its_decoder_refuses_is_refused() -> None:
    with pytest.raises(MediaRefused) as refusal:
        try_media(FRAME_BOMB, "image")
    assert refusal.value.flaw is Flaw.NOT_DECODED


def test_a_drawing_is_drawn_before_it_is_taken(tmp_path: Path) -> None:
    for name, lines, flaw in (("few", 50, None), ("many", 20_000, Flaw.NOT_DECODED)):
        (tmp_path / name).write_text(draw_across(lines))
        assert find_decoding_flaw(tmp_path / name, "image") == flaw


def test_a_video_that_is_whole_and_does_not_decode_is_refused(tmp_path: Path) -> None:
    content = GREEN.read_bytes()
    start = content.index(b"mdat") + 4
    (tmp_path / "noise").write_bytes(content[:start] + bytes(len(content) - start))
    with pytest.raises(MediaRefused) as refusal:
        try_media(tmp_path / "noise", "video")
    assert refusal.value.flaw is VideoFlaw.NO_FRAME
    assert find_decoding_flaw(tmp_path / "noise", "video") is VideoFlaw.NO_FRAME
