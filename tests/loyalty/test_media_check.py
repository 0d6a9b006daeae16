from pathlib import Path

import pytest

from kiosk.contract.video import VideoFlaw
from kiosk.loyalty.failure import Flaw, MediaRefused
from kiosk.loyalty.media import Kind
from kiosk.loyalty.media_check import check_media
from tests.doubles.pictures import draw_picture
from tests.doubles.videos import GREEN, VIOLET


@pytest.mark.parametrize(
    ("kind", "content"), [("image", draw_picture()), ("video", GREEN.read_bytes()), ("video", VIOLET.read_bytes())]
)
def test_what_is_what_the_catalogue_says_is_taken(tmp_path: Path, kind: Kind, content: bytes) -> None:
    path = tmp_path / "media"
    path.write_bytes(content)
    check_media(path, kind)


@pytest.mark.parametrize(
    ("kind", "content", "flaw"),
    [
        ("image", GREEN.read_bytes(), Flaw.NO_PICTURE),
        ("video", draw_picture(), VideoFlaw.NO_VIDEO),
        ("video", GREEN.read_bytes()[:-1], VideoFlaw.CUT_OFF),
    ],
)
def test_what_is_something_else_or_a_part_is_refused(
    tmp_path: Path, kind: Kind, content: bytes, flaw: Flaw | VideoFlaw
) -> None:
    path = tmp_path / "media"
    path.write_bytes(content)
    with pytest.raises(MediaRefused) as refusal:
        check_media(path, kind)
    assert refusal.value.flaw is flaw
