import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize

from kiosk import settings
from kiosk.screen.layout.arrange import arrange
from kiosk.screen.layout.lying import LYING
from kiosk.theming.resolve import scale_tokens
from kiosk.theming.shelf import find_theme
from kiosk.theming.tokens import Tokens

TOKENS = find_theme(settings.Theme()).theme.tokens
SIZES = {"landscape": QSize(1920, 1080), "portrait": QSize(1080, 1920), "strip": QSize(1920, 360)}

arrangements = pytest.mark.parametrize("arrangement", sorted(LYING))
orientations = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
sides = pytest.mark.parametrize("side", ["left", "right", "below"])


def choose(arrangement: str, size: QSize = SIZES["landscape"]) -> Tokens:
    return replace(scale_tokens(TOKENS, size.width(), size.height(), 2.0), arrangement=arrangement)


@arrangements
@orientations
@sides
def test_nothing_leaves_the_glass(arrangement: str, size: QSize, side: str) -> None:
    tokens = choose(arrangement, size)
    plan = arrange(tokens, size, side)
    glass = QRectF(0, 0, size.width(), size.height())
    assert all(glass.contains(place) for place in (plan.head, plan.foot, plan.saved, plan.claim, plan.window.toRectF()))
    card = plan.code.x() - tokens.code * plan.code_pivot
    assert 0 <= card <= size.width() - tokens.code


@pytest.mark.parametrize("arrangement", ["right", "centred", "poster"])
@orientations
@sides
def test_beside_a_window_no_words_stand_on_the_picture(arrangement: str, size: QSize, side: str) -> None:
    plan = arrange(choose(arrangement, size), size, side)
    assert plan.framed
    assert not plan.head.intersects(plan.window.toRectF())
    assert not plan.foot.intersects(plan.window.toRectF())
    assert not plan.window.contains(plan.calm)


@orientations
def test_at_the_left_arrangement_the_words_stand_on_the_picture(size: QSize) -> None:
    plan = arrange(choose("left", size), size, "right")
    assert not plan.framed
    assert plan.calm.toRectF().intersects(plan.head)
    assert plan.window.height() == size.height()


@arrangements
@orientations
def test_a_price_has_a_plate_where_its_colour_is_not_the_grounds(arrangement: str, size: QSize) -> None:
    tokens = choose(arrangement, size)
    assert not arrange(tokens, size, "right").plated
    assert arrange(replace(tokens, plate="#cf1420"), size, "right").plated
