from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.places import find_shipped
from kiosk.screen.gallery import Gallery
from kiosk.screen.sheet import COLUMNS, GAP, GROUND, HEAD, LYING, MARGIN, draw_sheet, list_sceneries
from kiosk.theming.package import read_theme


def read_panels(sheet: QImage) -> list[QImage]:
    """The landscape panels, row by row as far as the first one goes."""
    return [
        sheet.copy(MARGIN + column * (LYING.width() + GAP), HEAD, LYING.width(), LYING.height())
        for column in range(COLUMNS)
    ]


@pytest.mark.parametrize("name", ["daylight", "market", "salon", "night", "contrast"])
def test_a_shipped_themes_sheet_shows_each_scene_as_another_picture(application: QGuiApplication, name: str) -> None:
    theme = read_theme(find_shipped("themes") / name)
    sheet = draw_sheet(application, theme, "de")
    panels = read_panels(sheet)
    assert all(panel != other for panel, other in pairwise(panels))
    assert sheet.pixelColor(2, 2) == GROUND
    assert panels[3].pixelColor(300, 2).name() == theme.tokens.ground, "without a picture there is the theme's ground"


def test_the_sheet_shows_trouble_too(gallery: Gallery) -> None:
    captions = [scenery.caption for scenery in list_sceneries(gallery, "en")]
    assert {"a long name", "without a picture", "use the code", "nothing to play"} < set(captions)
    assert len(captions) % COLUMNS == 0
