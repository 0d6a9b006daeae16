from pathlib import Path

import pytest

from kiosk.screen.images.drawing import can_draw, is_drawing
from tests.doubles.drawings import draw_across
from tests.doubles.pictures import draw_picture


def write(folder: Path, content: bytes) -> Path:
    path = folder / "picture"
    path.write_bytes(content)
    return path


def test_it_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    assert is_drawing(write(tmp_path, draw_across(2).encode()))
    assert not is_drawing(write(tmp_path, draw_picture("PNG")))
    assert not is_drawing(tmp_path / "nowhere")


def test_one_that_is_drawn_soon_can_be_shown(tmp_path: Path) -> None:
    assert can_draw(write(tmp_path, draw_across(50).encode()))


@pytest.mark.parametrize("content", [draw_across(20_000), "<svg", ""], ids=["endless", "half", "empty"])
def test_one_that_takes_too_long_or_is_none_cannot(tmp_path: Path, content: str) -> None:
    assert not can_draw(write(tmp_path, content.encode()))
