from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.core.glass.scene import Attract, Offering, Saved
from kiosk.simulation.diary import Diary
from tests.doubles.shop_floor import BOOTS, MUG

_LOOP = Attract(None, None, "de", "")
_ANNAS = Offering(BOOTS, "de", "i-1", "anna")
_BENS = Offering(MUG, "de", "i-2", "ben")
_SAVED = Saved(BOOTS, "de", "b-1")


def _come(shopper: str) -> ShopperNear:
    return ShopperNear(shopper, "shoes", 0.0)


def test_waits_changes_and_shares_are_booked() -> None:
    diary = Diary()
    diary.note_scene(_LOOP, 0.0)
    diary.note_event(_come("anna"), 10.0)
    diary.note_scene(_ANNAS, 10.0)
    diary.note_event(_come("ben"), 12.0)
    diary.note_event(_come("cleo"), 13.0)
    diary.note_scene(_ANNAS, 14.0)
    diary.note_scene(_SAVED, 15.0)
    diary.note_scene(_BENS, 20.0)
    diary.note_event(ShopperLeft("ben", "shoes"), 24.0)
    diary.note_scene(_LOOP, 28.0)

    findings = diary.close(seed=3, came_by=9, at_s=60.0)

    assert (findings.seed, findings.greeted, findings.served, findings.waited) == (3, 3, 2, 2)
    assert (findings.wait_p50_s, findings.wait_longest_s) == (4.0, 8.0)
    assert (findings.changes, findings.offers, findings.bookmarks) == (5, 2, 1)
    assert findings.fairness == 0.5, "ben had 4 s of the glass, and cleo none"


def test_the_loop_playing_on_is_no_change() -> None:
    diary = Diary()
    diary.note_scene(_LOOP, 0.0)
    diary.note_scene(Attract(None, MUG, "de", "i-9"), 8.0)

    assert diary.close(seed=1, came_by=9, at_s=9.0).changes == 1


def test_one_offer_after_another_for_the_same_shopper_is_a_change_and_no_second_wait() -> None:
    diary = Diary()
    diary.note_event(_come("anna"), 0.0)
    diary.note_scene(_ANNAS, 1.0)
    diary.note_scene(_SAVED, 2.0)
    diary.note_scene(Offering(MUG, "de", "i-3", "anna"), 9.0)

    findings = diary.close(seed=1, came_by=9, at_s=10.0)

    assert (findings.changes, findings.served, findings.wait_longest_s) == (3, 1, 1.0)


def test_who_left_before_her_offer_came_up_was_not_served() -> None:
    diary = Diary()
    diary.note_event(_come("anna"), 0.0)
    diary.note_event(ShopperLeft("anna", "shoes"), 1.0)
    diary.note_scene(_ANNAS, 2.0)

    assert diary.close(seed=1, came_by=9, at_s=3.0).served == 0
