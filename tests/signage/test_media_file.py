import os
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.contract.offer import MediaRef
from kiosk.contract.video import VideoFlaw
from kiosk.loyalty.failure import Flaw
from kiosk.signage.media_file import find_content_flaw, find_kind_flaw, identify_file, measure_file, phrase_flaw
from tests.doubles.videos import GREEN


@pytest.mark.parametrize("name", ["a.jpg", "a.JPEG", "a.png", "a.webp", "a.svg", "a.mp4", "a.WEBM"])
def test_pictures_drawings_and_videos_may_play(name: str) -> None:
    assert find_kind_flaw(name) is None


@pytest.mark.parametrize(
    ("name", "why"),
    [("a.mov", "save it as MP4 or WebM"), ("a.exe", "no kind"), ("Thumbs", "no kind")],
)
def test_all_else_is_named(name: str, why: str) -> None:
    assert why in str(find_kind_flaw(name))


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"12345")
    assert identify_file(tmp_path / "a.jpg") == MediaRef("a.jpg", sha256(b"12345").hexdigest(), 5)
    (tmp_path / "b.jpg").touch()
    with pytest.raises(OSError, match="empty"):
        identify_file(tmp_path / "b.jpg")


def test_a_drawing_is_judged_as_one_whatever_its_copy_is_called(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("<svg><script/></svg>")
    assert "script" in str(find_content_flaw(tmp_path / "copy", lambda _path: None, "a.SVG"))
    assert find_content_flaw(tmp_path / "copy", lambda _path: "broken", "a.png") == "broken"


def test_a_video_is_judged_as_one_whatever_its_copy_is_called(tmp_path: Path) -> None:
    (tmp_path / "copy").write_bytes(GREEN.read_bytes()[:-1])
    assert find_content_flaw(tmp_path / "copy", lambda _path: None, "a.MP4") == "cut_off"
    assert find_content_flaw(GREEN, lambda _path: "broken") is None
    assert measure_file(GREEN) == 2.0


def test_every_code_of_a_flaw_that_a_file_can_have_is_told_in_words() -> None:
    told = {flaw: phrase_flaw(flaw) for flaw in (*Flaw, *VideoFlaw) if flaw is not Flaw.ELSEWHERE}
    assert [flaw for flaw, words in told.items() if words == flaw] == []
    assert phrase_flaw("the drawing leads outside") == "the drawing leads outside"


def test_what_took_a_files_place_is_neither_followed_nor_waited_for(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(b"picture")
    (tmp_path / "link.png").symlink_to(tmp_path / "real.png")
    os.mkfifo(tmp_path / "pipe.png")
    for name in ("link.png", "pipe.png"):
        with pytest.raises(OSError, match=r"symbolic links|no plain file"):
            identify_file(tmp_path / name)
