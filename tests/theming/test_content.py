import pytest

from kiosk.places import find_shipped
from kiosk.theming.bundle import Bundle
from kiosk.theming.content import judge_contents, object_to_font, object_to_picture
from tests.doubles.hostile_themes import make_picture, make_png

FONTS = sorted((find_shipped("assets") / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("name", [path.name for path in FONTS])
def test_the_shipped_fonts_are_fonts(name: str) -> None:
    assert object_to_font((find_shipped("assets") / "fonts" / name).read_bytes()) is None


@pytest.mark.parametrize("length", [0, 3, 12, 100, 5000])
def test_a_font_that_was_cut_anywhere_is_none(length: int) -> None:
    assert object_to_font(FONTS[0].read_bytes()[:length])


def test_a_font_without_what_every_font_has_is_refused() -> None:
    content = FONTS[0].read_bytes()
    assert object_to_font(content.replace(b"cmap", b"pamc", 1)) == "is a font that lacks what every font has"


def test_a_picture_is_judged_by_its_head() -> None:
    assert object_to_picture(make_picture(64, 36), "PNG") is None
    assert object_to_picture(make_png(64, 36), "PNG") is None


@pytest.mark.parametrize("size", [(5000, 5000), (20_000, 20_000), (60_000, 60_000)])
def test_too_many_pixels_are_refused_however_many_they_are(size: tuple[int, int]) -> None:
    assert "pixels" in str(object_to_picture(make_png(*size), "PNG"))


def test_only_what_is_wrong_is_named() -> None:
    bundle = Bundle("dusk", {"a.png": make_picture(9, 9), "b.png": b"", "c.otf": b"", "d.txt": b""})
    assert [finding.place for finding in judge_contents(bundle)] == ["b.png", "c.otf"]
