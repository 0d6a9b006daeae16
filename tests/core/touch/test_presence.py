"""How long what somebody asked of the glass holds."""

import pytest
from msgspec.structs import replace

from kiosk.contract.instant import NEVER, Instant
from kiosk.core.events import BookmarkSaved, CardTapped, Ticked, Touched
from kiosk.core.glass.scene import Attract, Browsing, Offering, Saved
from kiosk.core.touch.browse import Browse
from kiosk.core.touch.interaction import Interaction
from kiosk.core.touch.presence import note_presence
from kiosk.core.wish import Wish
from tests.doubles.shop_floor import BOOTS, CARD, MONDAY, MUG, RULES, Play


@pytest.fixture
def play() -> Play:
    """A screen at whose glass somebody has just asked for larger text."""
    play = Play.of_shop((MUG, BOOTS))
    play.send(Touched(Wish.BROWSE, 1.0), at=1.0)
    play.send(Touched(Wish.LARGER, 2.0), at=2.0)
    return play


def leave(play: Play, at: float) -> None:
    play.send(Touched(Wish.LEAVE, at), at=at)
    assert isinstance(play.scene, Attract)


def keep(play: Play, at: float) -> Saved:
    play.send(CardTapped(CARD, felt_at=at), at=at)
    play.send(BookmarkSaved(play.floor.visit.kept[-1].bookmark.id), at=at)
    assert isinstance(play.scene, Saved)
    return play.scene


def test_whoever_browses_was_there_at_her_last_sign_and_nobody_was_where_nobody_does() -> None:
    floor = replace(Play().floor, touch=Interaction(Browse("mug", "de", 1.0)))
    now = Instant(2.0, MONDAY, "id")
    assert note_presence(floor, 3.0, now) == Interaction(Browse("mug", "de", 3.0))
    assert note_presence(replace(floor, touch=Interaction()), 3.0, now) == Interaction()


def test_larger_text_holds_for_what_is_kept_and_for_what_is_browsed_after_it(play: Play) -> None:
    kept = keep(play, at=3.0)
    assert kept.larger
    play.send(Ticked(), at=3.0 + RULES.saved_s)
    assert isinstance(play.scene, Browsing)
    assert play.scene.comfort.larger


def test_larger_text_holds_for_an_offer_that_comes_once_she_browses_no_more(play: Play) -> None:
    leave(play, at=3.0)
    assert play.bring("anna", at=4.0).larger
    assert keep(play, at=5.0).larger


def test_larger_text_is_there_again_for_whoever_comes_back_soon(play: Play) -> None:
    leave(play, at=3.0)
    play.send(Touched(Wish.BROWSE, 4.0), at=4.0)
    assert isinstance(play.scene, Browsing)
    assert play.scene.comfort.larger


def test_every_sign_of_her_begins_the_time_anew(play: Play) -> None:
    almost = 2.0 + RULES.browse_s - 1
    leave(play, at=almost)
    assert play.bring("anna", at=almost + RULES.browse_s - 1).larger


@pytest.mark.parametrize("leaves", [True, False])
def test_nobody_else_gets_larger_text_once_nobody_was_there_for_a_while(play: Play, *, leaves: bool) -> None:
    if leaves:
        leave(play, at=2.5)
    play.send(Ticked(), at=3.0 + RULES.browse_s)
    assert isinstance(play.scene, Attract)
    assert not play.bring("anna", at=4.0 + RULES.browse_s).larger
    assert not keep(play, at=5.0 + RULES.browse_s).larger
    assert play.floor.touch.larger_until == -NEVER


def test_larger_text_that_she_gives_up_again_stays_given_up(play: Play) -> None:
    play.send(Touched(Wish.LARGER, 3.0), at=3.0)
    leave(play, at=4.0)
    offering = play.bring("anna", at=5.0)
    assert isinstance(offering, Offering)
    assert not offering.larger
