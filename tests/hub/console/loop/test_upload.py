from io import BytesIO
from pathlib import Path

import pytest

from kiosk.hub.console.loop.upload import UploadRefused, take_upload
from tests.doubles.videos import GREEN
from tests.hub.console.loop.test_loop_upload import draw
from tests.hub.console.loop.test_video_file import make_endless


def test_a_file_is_taken_for_what_it_is(tmp_path: Path) -> None:
    picture, video = take_upload(BytesIO(draw(64, 36)), tmp_path), take_upload(BytesIO(GREEN.read_bytes()), tmp_path)

    assert (picture.kind, picture.seconds) == ("image", None)
    assert (video.kind, video.seconds) == ("video", 2.0)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([picture.media.name, video.media.name])


@pytest.mark.parametrize(
    ("content", "phrase"),
    [
        (b"", "upload_none"),
        (GREEN.read_bytes()[:2000], "video_cut_off"),
        (draw(9, 900), "picture_shape"),
    ],
)
def test_what_no_screen_could_show_is_refused_and_leaves_nothing(content: bytes, phrase: str, tmp_path: Path) -> None:
    with pytest.raises(UploadRefused) as refused:
        take_upload(BytesIO(content), tmp_path)

    assert refused.value.phrase == phrase
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_all_but_full_takes_no_video(tmp_path: Path) -> None:
    with make_endless(tmp_path).open("rb") as file, pytest.raises(UploadRefused) as refused:
        take_upload(file, tmp_path / "media")

    assert refused.value.phrase == "video_no_room"
