"""Proves that who comes in, or for what she ordered, reads it whole on any glass, and that the loop is there again."""

from itertools import product

import pytest

from kiosk.core.glass.scene import Attract, Called, Hint, Remark
from kiosk.screen.gallery.drawing import SIZES
from kiosk.screen.place import Place
from kiosk.theming.package import LANGUAGES, Theme
from tests.doubles.banded_themes import THEMES
from tests.doubles.glass_items import find_items, find_places, find_zone
from tests.screen.conftest import OpenScreen

REMARKS: dict[str, Remark] = {"welcome": Hint.WELCOME, "farewell": Hint.FAREWELL, "called": Called(("K7Q4",))}
MANY = Called(("K7Q4", "MNA6", "B2XY", "PP3R"))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("size", [*SIZES.values(), "800x800"])
def test_all_of_a_greeting_is_read_and_nothing_lies_on_another(
    open_screen: OpenScreen, theme: Theme, size: str
) -> None:
    screen = open_screen(size, Place(brand="Manufaktur Lindner"), theme=theme)
    for remark, language in product((*REMARKS.values(), MANY), LANGUAGES):
        screen.stage.show(Attract(None, None, language, "i", hint=remark))
        screen.take_screenshot()
        words = find_places(("Headline", "Line_", "EvenLine_"))
        assert len(words) >= 2, f"what is read from afar, and the line below it: {remark} {language}"
        assert all(find_zone().contains(place) for place in words)
        assert not any(one.intersects(other) for one in words for other in words if one is not other)
        assert not any(item.property("truncated") for item in find_items("Headline"))
        assert find_items("HintStrip") == [], "it is no line above the loop as well"


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("remark", REMARKS.values(), ids=REMARKS)
def test_on_a_strip_a_greeting_stands_abreast_and_takes_most_of_it(
    open_screen: OpenScreen, theme: Theme, remark: Remark
) -> None:
    screen = open_screen(SIZES["shelf-edge"], theme=theme)
    screen.stage.show(Attract(None, None, "de", "i", hint=remark))
    screen.take_screenshot()
    (large,), (line,) = find_places("Headline"), find_places("EvenLine_")
    assert line.left() > large.right()
    assert abs(line.center().y() - large.center().y()) < large.height() / 4
    assert line.right() - large.left() > find_zone().width() * 0.55


def test_the_loop_is_on_the_glass_again_once_a_greeting_is_over(open_screen: OpenScreen) -> None:
    screen = open_screen("640x360")
    seen: list[bool] = []
    for hint in (None, Hint.WELCOME, None):
        screen.stage.show(Attract(None, None, "de", "i", hint=hint))
        screen.take_screenshot()
        seen.append(bool(find_items("Wash")))
    assert seen == [False, True, False]
