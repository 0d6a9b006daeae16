import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from kiosk.screen.images.spread import spread_edges

TOP, BOTTOM = QColor("#404040"), QColor("#c0c0c0")


def paint_backdrop(size: QSize, *, falls: bool) -> QImage:
    """A studio's backdrop: from dark to light, downwards or to the right."""
    image = QImage(size, QImage.Format.Format_RGB32)
    gradient = QLinearGradient(0, 0, 0 if falls else size.width(), size.height() if falls else 0)
    gradient.setColorAt(0, TOP)
    gradient.setColorAt(1, BOTTOM)
    painter = QPainter(image)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("glass", "place", "falls"),
    [(QSize(400, 90), QRect(200, 0, 160, 90), True), (QSize(90, 400), QRect(0, 120, 90, 160), False)],
)
def test_a_backdrop_runs_on_over_the_glass_without_a_seam(glass: QSize, place: QRect, *, falls: bool) -> None:
    image = QImage(glass, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    picture = paint_backdrop(place.size(), falls=falls)
    painter = QPainter(image)
    spread_edges(painter, picture, place, glass)
    painter.drawImage(place.topLeft(), picture)
    painter.end()
    long, short = max(glass.width(), glass.height()), min(glass.width(), glass.height())
    for across in range(4, short - 4, 5):
        line = [image.pixelColor(*((along, across) if falls else (across, along))) for along in range(0, long, 3)]
        shades = [pixel.value() for pixel in line]
        assert all(pixel.saturation() == 0 for pixel in line), "nothing is left uncovered"
        assert max(shades) - min(shades) < 12, "a line along the backdrop keeps its shade"
