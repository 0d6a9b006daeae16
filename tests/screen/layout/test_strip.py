import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from kiosk import settings
from kiosk.screen.layout.canvas import Canvas
from kiosk.screen.layout.strip import ORDERS, PICTURE, lay_abreast
from kiosk.theming.resolve import scale_tokens
from kiosk.theming.shelf import find_theme

WIDTH, HEIGHT = 1920, 360
TOKENS = scale_tokens(find_theme(settings.Theme()).theme.tokens, WIDTH, HEIGHT, 2.0)

arrangements = pytest.mark.parametrize("arrangement", sorted(ORDERS))
sides = pytest.mark.parametrize("side", ["left", "right", "below"])


@arrangements
@sides
def test_picture_words_code_and_tab_stand_abreast(arrangement: str, side: str) -> None:
    plan = lay_abreast(Canvas(replace(TOKENS, arrangement=arrangement), WIDTH, HEIGHT, side))
    card = TOKENS.code * 1.18
    code = QRectF(plan.code.x() - card, TOKENS.margin, card, plan.code.y() - TOKENS.margin)
    places = [plan.window.toRectF(), plan.head, plan.foot, code]
    if side != "below":
        places.append(QRectF(0 if side == "left" else WIDTH - TOKENS.tab, 0, TOKENS.tab, HEIGHT))
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert all(QRectF(0, 0, WIDTH, HEIGHT).contains(place) for place in places)
    assert plan.head.width() > TOKENS.headline * 6


@pytest.mark.parametrize("arrangement", ["left", "right", "poster"])
def test_a_lying_picture_is_seen_in_its_whole_height(arrangement: str) -> None:
    window = lay_abreast(Canvas(replace(TOKENS, arrangement=arrangement), WIDTH, HEIGHT, "right")).window
    assert window.width() / window.height() == pytest.approx(PICTURE, abs=0.02)


@arrangements
def test_the_words_of_keeping_its_code_and_the_print_stand_beside_each_other(arrangement: str) -> None:
    plan = lay_abreast(Canvas(replace(TOKENS, arrangement=arrangement), WIDTH, HEIGHT, "right"))
    side = TOKENS.kept + TOKENS.step * 6
    print_place = QRectF(plan.kept.x() - side / 2, 0, side, HEIGHT)
    assert not plan.saved.intersects(plan.claim)
    assert not print_place.intersects(plan.saved)
    assert not print_place.intersects(plan.claim)
    assert plan.claim.width() > TOKENS.code * 1.5
