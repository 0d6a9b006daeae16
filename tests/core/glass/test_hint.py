from kiosk.contract.instant import NEVER, Instant
from kiosk.core.floor import Floor
from kiosk.core.glass.glass import Glass
from kiosk.core.glass.hint import drop_hint, show_hint
from kiosk.core.glass.scene import Attract, Hint, Notice
from kiosk.core.glass.showing import Showing
from kiosk.core.notice.bulletin import Bulletin
from tests.doubles.shop_floor import MONDAY, RULES

LOOP = Floor(RULES, Glass(Showing(Attract(None, None, "de", ""), 0.0)))


def make_instant(mono: float) -> Instant:
    return Instant(mono, MONDAY, "id")


def test_a_hint_lies_over_the_scene_for_a_moment() -> None:
    hinted = show_hint(LOOP, Hint.USE_CODE, make_instant(1.0))
    ends_at = 1.0 + RULES.hint_s
    assert (hinted.scene.hint, hinted.glass.hint_until) == (Hint.USE_CODE, ends_at)
    assert drop_hint(hinted, make_instant(ends_at - 0.1)) == hinted
    assert drop_hint(hinted, make_instant(ends_at)) == LOOP
    assert LOOP.glass.hint_until == NEVER


def test_over_a_notice_lies_nothing() -> None:
    fire = Notice(Bulletin({"": "Fire"}), ("Fire",), "de", "i")
    notice = Floor(RULES, Glass(Showing(fire, 0.0)))
    assert show_hint(notice, Hint.USE_CODE, make_instant(1.0)) == notice
