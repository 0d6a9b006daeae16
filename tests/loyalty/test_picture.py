import resource
from pathlib import Path

import pytest

from kiosk.loyalty.failure import Flaw
from kiosk.loyalty.picture import find_picture_flaw
from tests.doubles.pictures import FRAME_BOMB, draw_picture, make_avif_bomb, make_bomb

MP4 = b"\0\0\0\x20ftypisom" + bytes(20)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_a_picture_of_a_known_format_is_accepted(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "picture"
    path.write_bytes(draw_picture(kind))
    assert find_picture_flaw(path) is None


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (make_bomb(20_000, 20_000), Flaw.TOO_MANY_PIXELS),
        (make_bomb(12_000, 8_000), Flaw.TOO_MANY_PIXELS),
        (make_bomb(4_001, 4_000), Flaw.TOO_MANY_PIXELS),
        (make_bomb(1, 1_000_000), Flaw.ODD_SHAPE),
        (make_bomb(801, 100), Flaw.ODD_SHAPE),
        (draw_picture("GIF"), Flaw.NO_PICTURE),
        (draw_picture("BMP"), Flaw.NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Flaw.NO_PICTURE),
        (draw_picture("PNG")[:20], Flaw.NO_PICTURE),
        (draw_picture("JPEG")[:3], Flaw.NO_PICTURE),
        (make_avif_bomb(5_000, 5_000), Flaw.TOO_MANY_PIXELS),
        (draw_picture("AVIF").replace(b"iloc", b"free"), Flaw.NO_PICTURE),
        (b"", Flaw.NO_PICTURE),
        (MP4, Flaw.NO_PICTURE),
    ],
)
def test_what_the_screen_must_not_decode_is_refused(tmp_path: Path, content: bytes, flaw: Flaw) -> None:
    path = tmp_path / "picture"
    path.write_bytes(content)
    assert find_picture_flaw(path) is flaw


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_ends_too_early_is_found_out_where_all_of_it_is_looked_at(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    whole = draw_picture(kind, (640, 480))
    path.write_bytes(whole)
    assert find_picture_flaw(path, whole=True) is None
    path.write_bytes(whole[: len(whole) * 2 // 3])
    assert find_picture_flaw(path, whole=True) in {Flaw.BROKEN, Flaw.NO_PICTURE}


def test_the_frame_of_an_avif_is_never_decoded_here() -> None:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert find_picture_flaw(FRAME_BOMB, whole=True) is None
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < 50_000, "KiB"
