from PySide6.QtGui import QImage

from kiosk.screen.images.shelf import Shelf


def test_the_image_that_was_longest_unused_makes_room() -> None:
    shelf = Shelf(2)
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    shelf.put("one", image)
    shelf.put("two", image)
    assert shelf.find("one") is image
    shelf.put("three", image)
    assert [name for name in ("one", "two", "three") if shelf.find(name)] == ["one", "three"]


def test_what_was_never_made_is_not_there() -> None:
    assert Shelf(1).find("anything") is None


def test_what_is_dropped_is_there_no_longer_and_need_not_have_been() -> None:
    shelf = Shelf(2)
    shelf.put("one", QImage(1, 1, QImage.Format.Format_RGB32))
    shelf.drop("one")
    shelf.drop("two")
    assert shelf.find("one") is None
