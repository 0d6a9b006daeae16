import pytest
from msgspec.structs import replace

from kiosk import settings
from kiosk.screen.layout.canvas import Canvas
from kiosk.screen.layout.lying import LYING, lie
from kiosk.theming.shelf import find_theme

TOKENS = find_theme(settings.Theme()).theme.tokens

arrangements = pytest.mark.parametrize("arrangement", sorted(LYING))


@arrangements
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_headline_leaves_the_readers_tab_free(arrangement: str, side: str) -> None:
    plan = lie(Canvas(replace(TOKENS, arrangement=arrangement), 1920, 1080, side))
    assert (plan.head.left() > TOKENS.tab) if side == "left" else (plan.head.right() < 1920 - TOKENS.tab)


def test_where_words_are_too_narrow_for_both_the_code_goes_below_the_price() -> None:
    assert lie(Canvas(TOKENS, 1920, 1080, "right")).code_place == "beside"
    assert lie(Canvas(replace(TOKENS, column=0.3), 1920, 1080, "right")).code_place == "below"


def test_a_centred_headline_keeps_well_away_from_the_code() -> None:
    tokens = replace(TOKENS, arrangement="centred")
    plan = lie(Canvas(tokens, 1920, 1080, "right"))
    assert plan.head.left() - (plan.code.x() + tokens.code / 2) >= tokens.step * 9
