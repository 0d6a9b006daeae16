import pytest
from msgspec.structs import replace

from kiosk import settings
from kiosk.screen.images.still import DISC
from kiosk.screen.layout.canvas import Canvas
from kiosk.screen.layout.lying import LYING, lie
from kiosk.theming.resolve import scale_tokens
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


def test_around_a_posters_code_there_is_as_much_air_on_both_sides_as_a_hand_is_wide() -> None:
    plan = lie(Canvas(replace(TOKENS, arrangement="poster"), 1920, 1080, "right"))
    card = TOKENS.code * 1.1
    left, right = plan.code.x() - card / 2 - plan.window.right(), 1920 - plan.code.x() - card / 2
    assert left == pytest.approx(right, abs=2)
    assert right > TOKENS.margin * 0.45


def test_centred_words_of_keeping_stand_below_the_print_and_clear_of_the_code() -> None:
    plan = lie(Canvas(replace(TOKENS, arrangement="centred"), 1920, 1080, "right"))
    assert plan.stacked
    assert plan.kept.y() + plan.cut.height() / 2 < plan.saved.top()
    assert not plan.saved.intersects(plan.claim)


def test_the_disc_of_the_still_stands_clear_of_the_readers_tab() -> None:
    plan = lie(Canvas(TOKENS, 1920, 1080, "right"))
    assert plan.sun.center().x() + plan.sun.height() * DISC < 1920 - TOKENS.tab


@pytest.mark.parametrize("size", [(1280, 1024), (1024, 768)])
def test_on_squat_glass_the_disc_of_the_still_stands_clear_of_the_words(size: tuple[int, int]) -> None:
    plan = lie(Canvas(scale_tokens(TOKENS, *size, 2.0), *size, "right"))
    side = min(plan.sun.width(), plan.sun.height())
    assert plan.head.right() < plan.sun.center().x() - side * DISC


def test_on_squat_glass_the_print_shows_the_product_in_its_middle() -> None:
    usual, squat = (
        lie(Canvas(scale_tokens(TOKENS, *size, 2.0), *size, "right")) for size in ((1920, 1080), (1280, 1024))
    )
    assert squat.product.center().x() / 1280 == pytest.approx(usual.product.center().x() / 1920, abs=0.01)
    assert squat.product.height() == squat.product.width()
