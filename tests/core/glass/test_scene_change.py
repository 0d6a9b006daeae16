import pytest

from kiosk.contract.instant import NEVER
from kiosk.core.glass.glass import Glass
from kiosk.core.glass.scene import Attract, Dark, Hint, tell_offer
from kiosk.core.glass.scene_change import (
    MOST_EARLIER,
    bring_on,
    change_scene,
    end_scene,
    keep_on,
    look_again,
    set_end,
    take_back,
)
from kiosk.core.glass.showing import Showing
from tests.doubles.shop_floor import MUG, MUG_ITEM

FIRST = Showing(Attract(MUG_ITEM, MUG, "de", "first"), 1.0, ends_at=9.0, until=9.0)
DARK = Showing(Dark("de", "dark"), 2.0)


@pytest.fixture
def glass() -> Glass:
    return Glass(FIRST, hint_until=5.0)


def test_what_was_on_the_glass_is_remembered_newest_first_and_not_for_ever(glass: Glass) -> None:
    showings = [Showing(Dark("de", str(number)), float(number)) for number in range(2, 6)]
    for showing in showings:
        glass = bring_on(glass, showing)
    assert (glass.showing, glass.earlier) == (showings[-1], tuple(showings[-2::-1][:MOST_EARLIER]))


def test_a_hint_goes_with_its_scene_unless_the_next_one_takes_it_over(glass: Glass) -> None:
    hinted = Showing(Attract(None, None, "de", "", hint=Hint.USE_CODE), 2.0)
    assert [bring_on(glass, showing).hint_until for showing in (hinted, DARK)] == [5.0, NEVER]


def test_a_showing_that_goes_on_keeps_its_beginning(glass: Glass) -> None:
    scene = Attract(MUG_ITEM, None, "de", "first")
    assert change_scene(glass, scene).showing == Showing(scene, 1.0, 9.0, 9.0)
    assert keep_on(glass, scene, ends_at=20.0, until=12.0).showing == Showing(scene, 1.0, 20.0, 12.0)


def test_its_times_are_set_each_by_itself(glass: Glass) -> None:
    assert look_again(glass, 4.0).showing == Showing(FIRST.scene, 1.0, 9.0, 4.0)
    assert set_end(glass, 4.0).showing == Showing(FIRST.scene, 1.0, 4.0, 9.0)
    assert end_scene(glass).showing.ends_at == 1.0


def test_what_nobody_has_seen_is_not_remembered_and_hides_nothing_that_somebody_has(glass: Glass) -> None:
    undone = take_back(bring_on(glass, DARK), "de")
    assert tell_offer(undone.scene) is None
    assert bring_on(undone, DARK).earlier == (FIRST,)
