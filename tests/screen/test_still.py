import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from kiosk.screen.still import paint_still


@pytest.mark.parametrize(
    ("size", "sun", "text"), [((1920, 1080), (1400, 540), (200, 540)), ((1080, 1920), (540, 690), (200, 1500))]
)
def test_the_sun_stands_beside_the_text_and_never_under_it(
    size: tuple[int, int], sun: tuple[int, int], text: tuple[int, int]
) -> None:
    still = paint_still(QSize(*size), QColor("#f7f1e6"), QColor("#f6b94a"))
    assert still.pixelColor(*sun).name() == "#f6b94a"
    assert still.pixelColor(*text).name() == "#f7f1e6"
