from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk import settings
from kiosk.screen.images.still import paint_still, read_still
from kiosk.screen.layout.arrange import arrange
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


def test_a_themes_own_still_covers_the_glass_and_what_is_no_picture_does_not(tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#446688"))
    assert picture.save(str(tmp_path / "still.png"))
    still = read_still((tmp_path / "still.png").read_bytes(), QSize(192, 108))
    assert still is not None
    assert (still.size(), still.pixelColor(1, 1).name()) == (QSize(192, 108), "#446688")
    assert read_still(b"no picture", QSize(192, 108)) is None
