from pathlib import Path

from kiosk.loyalty.video_file import find_length
from tests.doubles.videos import GREEN


def test_a_video_says_how_long_it_plays() -> None:
    assert find_length(GREEN) == 2.0


def test_what_is_none_or_not_there_has_no_length(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("none")
    assert find_length(tmp_path / "text") is None
    assert find_length(tmp_path / "gone") is None
