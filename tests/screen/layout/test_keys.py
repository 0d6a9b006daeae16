import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from kiosk import settings
from kiosk.screen.layout.canvas import Canvas
from kiosk.screen.layout.keys import HEIGHT, ZOOM, leave_room, measure_column, place_keys
from kiosk.screen.layout.lying import LYING
from kiosk.theming.resolve import scale_tokens
from kiosk.theming.shelf import find_theme

TOKENS = find_theme(settings.Theme()).theme.tokens
GLASSES = {"lying": (1920, 1080), "upright": (1080, 1920), "strip": (1920, 360), "square": (1000, 1000)}

arrangements = pytest.mark.parametrize("arrangement", sorted(LYING))
glasses = pytest.mark.parametrize("glass", GLASSES.values(), ids=GLASSES)


def lay_canvas(arrangement: str, glass: tuple[int, int], side: str = "right") -> Canvas:
    tokens = replace(scale_tokens(TOKENS, *glass, 2.0), arrangement=arrangement)
    return Canvas(tokens, *glass, side)


@arrangements
@glasses
@pytest.mark.parametrize("side", ["left", "right", "below"])
def test_they_end_at_the_margin_off_the_canvas_that_they_leave(
    arrangement: str, glass: tuple[int, int], side: str
) -> None:
    canvas = lay_canvas(arrangement, glass, side)
    left = leave_room(canvas)
    for keys in (place_keys(canvas, zoom) for zoom in (1, ZOOM)):
        assert QRectF(0, 0, *glass).contains(keys)
        assert min(keys.left(), glass[0] - keys.right()) == pytest.approx(canvas.tokens.margin)
        if left.foot:
            assert keys.top() > left.height
            assert left.height + left.foot == pytest.approx(glass[1], abs=1)


@pytest.mark.parametrize("glass", [GLASSES["lying"], GLASSES["upright"]])
def test_in_a_row_they_are_as_much_higher_as_larger_text(glass: tuple[int, int]) -> None:
    canvas = lay_canvas("left", glass)
    assert place_keys(canvas, 1).height() == pytest.approx(canvas.unit * HEIGHT)
    assert place_keys(canvas, ZOOM).height() == pytest.approx(canvas.unit * HEIGHT * ZOOM)


def test_beside_centred_words_they_stand_where_the_code_does_not() -> None:
    for side in ("left", "right"):
        canvas = lay_canvas("centred", GLASSES["lying"], side)
        assert leave_room(canvas) == canvas
        places = [place_keys(canvas, zoom) for zoom in (1, ZOOM)]
        assert all((place.center().x() < 960) == (side == "left") for place in places)


def test_at_the_end_of_a_strip_they_take_a_column_with_air_beside_it() -> None:
    canvas = lay_canvas("left", GLASSES["strip"])
    keys = place_keys(canvas, 1)
    assert keys == place_keys(canvas, ZOOM)
    assert keys.left() == pytest.approx(canvas.width - measure_column(canvas))
    assert keys.right() == pytest.approx(canvas.width - canvas.tokens.margin)
    assert keys.center().y() == pytest.approx(canvas.height / 2)
