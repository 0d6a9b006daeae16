from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import binary, sampled_from

from kiosk.contract.video import VideoFlaw, VideoRefused
from kiosk.contract.video_file import measure_video
from tests.doubles.videos import GREEN, VIOLET, make_box

MARKS = (make_box(b"ftyp"), make_box(b"ftyp") + make_box(b"moov"), b"\x1a\x45\xdf\xa3\x80", b"")


@pytest.mark.parametrize(("path", "seconds"), [(GREEN, 2.0), (VIOLET, 1.2)])
def test_both_kinds_are_measured(path: Path, seconds: float) -> None:
    with path.open("rb") as file:
        assert measure_video(file) == pytest.approx(seconds)


@pytest.mark.parametrize("content", [b"", b"#EXTM3U", b"RIFF....AVI ", b"\xff\xd8\xff"])
def test_what_is_neither_is_refused_whatever_it_is_called(content: bytes) -> None:
    with pytest.raises(VideoRefused) as refusal:
        measure_video(BytesIO(content))
    assert refusal.value.flaw is VideoFlaw.NO_VIDEO


@given(sampled_from(MARKS), binary(max_size=200))
def test_whatever_the_bytes_it_answers(mark: bytes, rest: bytes) -> None:
    with suppress(VideoRefused):
        assert measure_video(BytesIO(mark + rest)) >= 1
