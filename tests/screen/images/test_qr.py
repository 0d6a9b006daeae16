import pytest
import zxingcpp
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.screen.images.qr import MOST_BYTES, MOST_CODES, QUIET_ZONE, CodeShelf, draw_code
from kiosk.screen.images.shelf import name_image

INK = QColor("#16130f")


PIXELS = 4
"""For each module: what a reader needs to see."""


def read_back(image: QImage) -> list[str]:
    ground = QImage(image.size() * PIXELS, QImage.Format.Format_Grayscale8)
    ground.fill(QColor("white"))
    painter = QPainter(ground)
    painter.drawImage(ground.rect(), image)
    painter.end()
    view = memoryview(ground.constBits()).cast("B", (ground.height(), ground.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(view)]


@pytest.mark.parametrize(
    "text", ["https://shop.example/o/7f3a", "https://shop.example/" + "a" * 200, "Grüße, für Sie gemerkt"]
)
def test_a_code_reads_back_as_its_text(text: str) -> None:
    assert read_back(draw_code(text, INK)) == [text]


@pytest.mark.parametrize("length", [10, 40, 80, 160])
def test_a_code_has_a_pixel_a_module_and_four_modules_of_quiet_zone(length: int) -> None:
    image = draw_code("a" * length, INK)
    edge = next(x for x in range(image.width()) if image.pixelColor(x, x).alpha())
    assert edge == QUIET_ZONE
    assert (image.width() - 2 * QUIET_ZONE - 17) % 4 == 0, "a code of version v has 17 + 4 v modules (ISO/IEC 18004)"


def test_a_code_is_made_once_and_its_name_tells_nothing() -> None:
    shelf = CodeShelf(INK)
    name = shelf.make("https://shop.example/o/7f3a")
    first = shelf.find(name)
    assert shelf.make("https://shop.example/o/7f3a") == name == name_image("https://shop.example/o/7f3a")
    assert shelf.find(name) is first
    assert "shop" not in name


def test_the_shelf_forgets_the_code_that_was_longest_unused() -> None:
    shelf = CodeShelf(INK)
    names = [shelf.make(f"https://shop.example/{number}") for number in range(MOST_CODES)]
    shelf.find(names[0])
    shelf.make("https://shop.example/one-more")
    assert shelf.find(names[0]) is not None
    assert shelf.find(names[1]) is None


def test_the_longest_address_has_a_code() -> None:
    shelf = CodeShelf(INK)
    text = "https://shop.example/".ljust(MOST_BYTES, "a")
    code = shelf.find(shelf.make(text))
    assert code is not None
    assert read_back(code) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "https://shop.example/".ljust(MOST_BYTES + 1, "a"),
        "https://shop.example/".ljust(MOST_BYTES, "\U0001f600"),
        "https://shop.example/" + "a" * 60_000,
        "",
        "\0",
        "tel:+4930123",
        "WIFI:S:guests;T:nopass;;",
        "javascript:alert(1)",
        "shop.example/o",
    ],
)
def test_what_is_too_long_or_no_web_address_gets_no_code(text: str) -> None:
    assert not CodeShelf(INK).make(text)
