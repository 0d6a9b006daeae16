import pytest
from PySide6.QtTest import QTest

from kiosk.codes.read import read_code
from kiosk.codes.reading import Reading
from kiosk.screen.display.window import Window
from kiosk.shop.scanner import MUG, type_code


@pytest.mark.usefixtures("qapp")
def test_it_types_each_letter_into_the_window_and_ends_it_as_a_scanner_does() -> None:
    strokes: list[str] = []
    window = Window(None)

    def take(text: str, _at: float) -> bool:
        strokes.append(text)
        return True

    window.on_stroke = take
    window.show()
    QTest.qWaitForWindowExposed(window)
    type_code("401")
    window.close()

    assert strokes == ["4", "0", "1", "\r"]


def test_the_mug_is_one_of_the_sample_shops_articles() -> None:
    assert read_code(MUG) == Reading("04012345000016")
