import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize

from kiosk import settings
from kiosk.screen.arrange import ARRANGEMENTS, arrange
from kiosk.theming.shelf import find_theme
from kiosk.theming.tokens import Tokens

TOKENS = find_theme(settings.Theme()).theme.tokens
SIZES = {"landscape": QSize(1920, 1080), "portrait": QSize(1080, 1920)}

arrangements = pytest.mark.parametrize("arrangement", sorted(ARRANGEMENTS))
orientations = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
sides = pytest.mark.parametrize("side", ["left", "right", "below"])


def choose(arrangement: str) -> Tokens:
    return replace(TOKENS, arrangement=arrangement)


@arrangements
@orientations
@sides
def test_nothing_leaves_the_glass(arrangement: str, size: QSize, side: str) -> None:
    plan = arrange(choose(arrangement), size, side)
    glass = QRectF(0, 0, size.width(), size.height())
    assert all(glass.contains(place) for place in (plan.head, plan.foot, plan.saved, plan.window.toRectF()))
    card = plan.code.x() - TOKENS.code * plan.code_pivot
    assert 0 <= card <= size.width() - TOKENS.code


@pytest.mark.parametrize("arrangement", ["right", "centred", "poster"])
@orientations
@sides
def test_beside_a_window_no_words_stand_on_the_picture(arrangement: str, size: QSize, side: str) -> None:
    plan = arrange(choose(arrangement), size, side)
    assert plan.framed
    assert not plan.head.intersects(plan.window.toRectF())
    assert not plan.foot.intersects(plan.window.toRectF())
    assert not plan.window.contains(plan.calm)


@orientations
def test_a_picture_at_the_left_arrangement_covers_the_glass(size: QSize) -> None:
    plan = arrange(choose("left"), size, "right")
    assert (plan.window.size(), plan.framed) == (size, False)


@arrangements
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_landscapes_headline_leaves_the_readers_tab_free(arrangement: str, side: str) -> None:
    plan = arrange(choose(arrangement), SIZES["landscape"], side)
    assert (plan.head.left() > TOKENS.tab) if side == "left" else (plan.head.right() < 1920 - TOKENS.tab)


@arrangements
@orientations
def test_a_price_has_a_plate_where_its_colour_is_not_the_grounds(arrangement: str, size: QSize) -> None:
    tokens = choose(arrangement)
    assert not arrange(tokens, size, "right").plated
    assert arrange(replace(tokens, plate="#cf1420"), size, "right").plated


@pytest.mark.parametrize("arrangement", ["right", "poster"])
def test_a_tall_foot_holds_two_lines_of_headline(arrangement: str) -> None:
    tokens = choose(arrangement)
    lines = [arrange(replace(tokens, foot=foot), SIZES["portrait"], "right").lines for foot in (0.35, 0.45)]
    assert lines == [1, 2]
