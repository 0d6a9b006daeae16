import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from kiosk.screen.gallery.preview import Preview, PreviewWindow

DEADLINE_MS = 20_000
# Stands in for the command that draws a sheet: it copies the picture, and refuses a theme that holds a file `broken`.
DRAW = """
import shutil, sys
from pathlib import Path
theme, sheet = map(Path, sys.argv[1:])
if (theme / "broken").exists():
    sys.exit("refused")
shutil.copy(theme / "sheet.png", sheet)
"""

pytestmark = pytest.mark.usefixtures("application")


def paint(path: Path, colour: str) -> None:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    assert image.save(str(path))


class Desk:
    """A theme's folder, and the colours of the sheets that were put up."""

    def __init__(self, folder: Path) -> None:
        self.theme = folder / "theme"
        self.theme.mkdir()
        paint(self.theme / "sheet.png", "red")
        self.seen: list[str] = []
        sheet = folder / "out.png"
        command = (sys.executable, "-c", DRAW, str(self.theme), str(sheet))
        self.reader = Preview(self.theme, sheet, command, self._see)

    def _see(self, sheet: QImage) -> None:
        self.seen.append(sheet.pixelColor(1, 1).name())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.reader.close()


def test_the_sheet_is_drawn_at_once_and_anew_whenever_a_file_is_saved(desk: Desk, qtbot: QtBot) -> None:
    desk.reader.draw()
    qtbot.waitUntil(lambda: desk.seen == ["#ff0000"], timeout=DEADLINE_MS)
    paint(desk.theme / "sheet.png", "lime")
    qtbot.waitUntil(lambda: desk.seen[-1:] == ["#00ff00"], timeout=DEADLINE_MS)
    paint(desk.theme / "new.png", "blue")  # an editor that replaces the file instead of writing into it
    (desk.theme / "new.png").replace(desk.theme / "sheet.png")
    qtbot.waitUntil(lambda: desk.seen[-1:] == ["#0000ff"], timeout=DEADLINE_MS)


def test_a_theme_that_is_refused_leaves_the_last_good_sheet(desk: Desk, qtbot: QtBot) -> None:
    desk.reader.draw()
    qtbot.waitUntil(lambda: desk.seen == ["#ff0000"], timeout=DEADLINE_MS)
    (desk.theme / "broken").touch()
    paint(desk.theme / "sheet.png", "lime")
    told: list[bool] = []
    desk.reader.drawn.connect(told.append)
    qtbot.waitUntil(lambda: told == [False], timeout=DEADLINE_MS)
    assert desk.seen == ["#ff0000"]
    (desk.theme / "broken").unlink()
    qtbot.waitUntil(lambda: desk.seen[-1:] == ["#00ff00"], timeout=DEADLINE_MS)


def test_a_change_while_the_sheet_is_drawn_is_drawn_afterwards(desk: Desk, qtbot: QtBot) -> None:
    desk.reader.draw()
    desk.reader.draw()
    qtbot.waitUntil(lambda: desk.seen == ["#ff0000"] * 2, timeout=DEADLINE_MS)


def test_the_window_shows_the_sheet_whole_and_in_its_proportions(tmp_path: Path, qtbot: QtBot) -> None:
    paint(tmp_path / "sheet.png", "red")
    window = PreviewWindow()
    window.resize(128, 128)
    window.put_up(QImage(str(tmp_path / "sheet.png")))
    with qtbot.waitExposed(window):
        window.show()
    frame = window.screen().grabWindow(window.winId()).toImage()
    assert [frame.pixelColor(x, y).name() for x, y in ((64, 64), (2, 64), (64, 40))] == ["#ff0000"] * 3
    assert frame.pixelColor(64, 10).name() != "#ff0000"
    window.close()
