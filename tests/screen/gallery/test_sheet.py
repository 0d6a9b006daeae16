from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from kiosk.places import find_shipped
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.gallery.sceneries import CAPTIONS
from kiosk.screen.gallery.sheet import GROUND, HEAD, MARGIN, WIDTH, draw_sheet, list_tables
from kiosk.theming.package import read_theme


def test_a_themes_sheet_shows_each_scene_as_another_picture(application: QGuiApplication) -> None:
    theme = read_theme(find_shipped("themes") / "market")
    sheet = draw_sheet(application, theme, "de")
    for table in list_tables():
        panels = [sheet.copy(table.find_panel(number)) for number in range(len(CAPTIONS))]
        assert all(panel != other for panel, other in pairwise(panels))
        bare = panels[list(CAPTIONS).index("bare")]
        assert bare.pixelColor(bare.width() // 2, bare.height() - 3).name() == theme.tokens.ground, (
            "without a picture: the ground"
        )
    assert sheet.pixelColor(2, 2) == GROUND


def test_the_tables_lie_below_each_other_and_keep_to_the_margins() -> None:
    tables = list_tables()
    assert [table.size for table in tables] == list(SIZES.values())
    assert tables[0].top == HEAD
    assert all(above.end <= below.top for above, below in pairwise(tables))
    panels = [table.find_panel(number) for table in tables for number in range(len(CAPTIONS))]
    page = QRect(MARGIN, HEAD, WIDTH - 2 * MARGIN, tables[-1].end)
    assert all(page.contains(panel) for panel in panels)
    assert not any(one.intersects(other) for one, other in pairwise(panels))
