from PySide6.QtCore import QRect, QSize

from kiosk.screen.layout.calm import find_calm_side


def test_the_calm_side_is_the_left_in_landscape_and_the_foot_in_portrait() -> None:
    assert find_calm_side(QSize(1920, 1080)) == QRect(0, 0, 864, 1080)
    assert find_calm_side(QSize(1080, 1920)) == QRect(0, 1152, 1080, 768)
