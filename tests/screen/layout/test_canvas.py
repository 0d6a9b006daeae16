import pytest
from PySide6.QtCore import QRectF

from kiosk import settings
from kiosk.screen.layout.canvas import Canvas, pool, span
from kiosk.theming.shelf import find_theme

TOKENS = find_theme(settings.Theme()).theme.tokens


@pytest.mark.parametrize("side", ["left", "right", "below"])
def test_what_keeps_clear_of_the_tab_begins_and_ends_beside_it(side: str) -> None:
    canvas = Canvas(TOKENS, 1920, 1080, side)
    assert (canvas.start > TOKENS.tab) is (side == "left")
    assert (canvas.end < 1920 - TOKENS.tab) is (side == "right")
    assert (canvas.rest < canvas.bottom) is (canvas.lift > 0) is (side == "below")


def test_a_column_is_a_whole_number_of_steps() -> None:
    assert Canvas(TOKENS, 1913, 1080, "right").column % TOKENS.step == 0


def test_a_pool_stands_around_its_middle_from_the_upper_edge_on() -> None:
    assert pool(500, 400) == QRectF(288, 0, 424, 400)
    assert span(1, 2, 4, 6) == QRectF(1, 2, 3, 4)
