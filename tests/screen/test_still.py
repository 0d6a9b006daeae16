import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from kiosk import settings
from kiosk.screen.arrange import arrange
from kiosk.screen.still import paint_still
from kiosk.theming.shelf import find_theme

TOKENS = find_theme(settings.Theme()).theme.tokens
PLAN = {size: arrange(TOKENS, QSize(*size), "right") for size in ((1920, 1080), (1080, 1920))}


@pytest.mark.parametrize(
    ("size", "sun", "text"), [((1920, 1080), (1400, 540), (200, 540)), ((1080, 1920), (540, 690), (200, 1500))]
)
def test_the_sun_stands_beside_the_text_and_never_under_it(
    size: tuple[int, int], sun: tuple[int, int], text: tuple[int, int]
) -> None:
    still = paint_still(QSize(*size), PLAN[size].sun, QColor("#f7f1e6"), QColor("#f6b94a"))
    assert still.pixelColor(*sun).name() == "#f6b94a"
    assert still.pixelColor(*text).name() == "#f7f1e6"
