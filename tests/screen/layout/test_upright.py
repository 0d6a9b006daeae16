import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from kiosk import settings
from kiosk.screen.layout.canvas import Canvas
from kiosk.screen.layout.plan import Plan
from kiosk.screen.layout.upright import stand
from kiosk.theming.shelf import find_theme

TOKENS = find_theme(settings.Theme()).theme.tokens
WIDTH, HEIGHT = 1080, 1920


def plan_of(arrangement: str, side: str = "right") -> Plan:
    return stand(Canvas(replace(TOKENS, arrangement=arrangement, foot=0.5), WIDTH, HEIGHT, side))


@pytest.mark.parametrize("arrangement", ["right", "poster"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_the_readers_tab_covers_neither_the_headline_nor_a_picture_in_a_window(arrangement: str, side: str) -> None:
    plan = plan_of(arrangement, side)
    height = TOKENS.tab * 1.3
    tab = QRectF(0 if side == "left" else WIDTH - TOKENS.tab, TOKENS.margin, TOKENS.tab, height)
    assert not tab.intersects(plan.window.toRectF())
    assert not tab.intersects(plan.head)


def test_a_poster_has_its_headline_above_the_picture_and_its_price_below_it() -> None:
    plan = plan_of("poster")
    assert plan.head.bottom() <= plan.window.top()
    assert plan.foot.top() >= plan.window.bottom()
    assert plan.window.width() == WIDTH


def test_a_posters_headline_has_its_room_however_much_of_the_glass_the_picture_wants() -> None:
    plan = stand(Canvas(replace(TOKENS, arrangement="poster", foot=0.25), WIDTH, HEIGHT, "right"))
    assert plan.head.height() > TOKENS.headline * 2


def test_a_reader_below_pushes_a_posters_picture_up() -> None:
    assert plan_of("poster", "below").window.bottom() < plan_of("poster").window.bottom()


@pytest.mark.parametrize("arrangement", ["left", "right", "centred", "poster"])
def test_the_print_of_a_kept_offer_stands_between_its_words_and_its_code(arrangement: str) -> None:
    plan = plan_of(arrangement)
    room = WIDTH - TOKENS.margin * 2
    assert plan.stacked
    assert plan.cut.width() <= room
    assert TOKENS.margin < plan.kept.y() - plan.cut.height() / 2
    assert plan.kept.y() + plan.cut.height() / 2 < plan.claim.bottom() - TOKENS.code


def test_above_a_poster_there_is_room_for_a_name_of_two_lines_and_a_text_of_three() -> None:
    plan = plan_of("poster")
    assert plan.head.height() > TOKENS.headline * 2 + TOKENS.lead * TOKENS.leading * 3
