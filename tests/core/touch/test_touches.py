from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk.core.effects import AnnounceTap, CallAdvisor, SaveBookmark
from kiosk.core.events import BoardChanged, BookmarkSaved, CardTapped, ReaderChanged, ShopperNear, Ticked, Touched
from kiosk.core.glass.scene import Attract, Browsing, Comfort, Hint, Notice, Offering, Saved
from kiosk.core.notice.bulletin import Board, Bulletin
from kiosk.core.touch.browse import Browse
from kiosk.core.touch.interaction import Interaction
from kiosk.core.touch.touches import CALL_EVERY_S
from kiosk.core.wish import Wish
from tests.doubles.shop_floor import BOOTS, CARD, MUG, RULES, Play, make_offer

LAMP = make_offer("lamp", priority=3)


@pytest.fixture
def play() -> Play:
    return Play.of_shop((MUG, LAMP, BOOTS))


def touch(play: Play, wish: Wish = Wish.BROWSE, at: float | None = None) -> Browsing:
    play.send(Touched(wish, play.time if at is None else at), at=at)
    assert isinstance(play.scene, Browsing)
    return play.scene


def keep(play: Play, at: float) -> None:
    (save,) = play.send(CardTapped(CARD, felt_at=at), at=at)
    assert isinstance(save, SaveBookmark)
    play.send(BookmarkSaved(save.bookmark.id), at=at)
    assert isinstance(play.scene, Saved)


@pytest.mark.parametrize(
    ("wish", "comfort"),
    [
        (Wish.LARGER, Comfort(larger=True)),
        (Wish.LOWER, Comfort(lower=True)),
        (Wish.READ, Comfort(read=True)),
        (Wish.BROWSE, Comfort()),
    ],
)
def test_a_comfort_is_there_on_demand_stays_with_her_and_goes_when_she_does(
    play: Play, wish: Wish, comfort: Comfort
) -> None:
    touch(play, at=1.0)
    assert touch(play, wish, at=2.0).comfort == comfort
    assert touch(play, Wish.NEXT, at=3.0).comfort == comfort
    assert touch(play, wish, at=4.0).comfort == Comfort()
    touch(play, wish, at=5.0)
    play.send(Touched(Wish.LEAVE, 6.0), at=6.0)
    play.send(Ticked(), at=6.0 + RULES.browse_s)
    assert touch(play, at=7.0 + RULES.browse_s).comfort == Comfort()


def test_who_cannot_see_where_to_touch_can_begin_by_having_it_read(play: Play) -> None:
    assert touch(play, Wish.READ, at=1.0).comfort == Comfort(read=True)
    assert touch(play, Wish.READ, at=2.0).comfort == Comfort()


def test_the_language_goes_round_and_a_kept_offer_speaks_it(play: Play) -> None:
    touch(play, at=1.0)
    assert touch(play, Wish.LANGUAGE, at=2.0).language == "en"
    keep(play, at=3.0)
    assert play.floor.visit.kept[0].bookmark.language == "en"
    assert touch(play, at=4.0).language == "en"
    assert touch(play, Wish.LANGUAGE, at=5.0).language == "de"


def test_from_a_language_that_the_screen_does_not_speak_it_goes_to_the_first() -> None:
    play = Play.of_shop((replace(LAMP, title={"fr": "Lampe"}),))
    touch(play, at=1.0)
    play.floor = replace(play.floor, touch=Interaction(Browse("lamp", "fr", touched_at=1.0)))
    assert touch(play, Wish.LANGUAGE, at=2.0).language == "de"


def test_a_trembling_hand_touches_once(play: Play) -> None:
    touch(play, at=1.0)
    touch(play, Wish.LARGER, at=2.0)
    assert touch(play, Wish.LARGER, at=2.4).comfort.larger
    assert not touch(play, Wish.LARGER, at=3.0).comfort.larger
    assert [touch(play, Wish.NEXT, at=time).place for time in (4.0, 4.2)] == [1, 0], "but pages may be turned fast"


@pytest.mark.parametrize("other", [Wish.PREVIOUS, Wish.LARGER, Wish.LEAVE])
def test_the_glass_never_changes_so_fast_that_it_flashes(play: Play, other: Wish) -> None:
    touch(play, at=1.0)
    scenes = [play.scene]
    for number, wish in enumerate([Wish.NEXT, other] * 15):
        play.send(Touched(wish, 2.0 + number / 30), at=2.0 + number / 30)
        scenes.append(play.scene)
    assert sum(before != after for before, after in pairwise(scenes)) <= 6


def test_an_offer_for_someone_near_has_its_time_before_a_touch_takes_the_glass(play: Play) -> None:
    play.send(ShopperNear("anna", "shoes", heard_at=1.0), at=1.0)
    assert play.send(Touched(Wish.BROWSE, 2.0), at=2.0) == ()
    assert isinstance(play.scene, Offering)
    assert play.floor.wake_at == 1.0 + RULES.offer_min_s
    (shown,) = play.send(Ticked(), at=7.0)
    assert isinstance(play.scene, Browsing)
    assert (play.scene.offer, play.scene.language) == (LAMP, "en")
    assert shown.heard_at == 7.0  # type: ignore[union-attr] # only one kind can come


def test_a_tap_keeps_what_is_browsed_and_the_browse_goes_on_where_it_was(play: Play) -> None:
    impression = touch(play, at=1.0).impression
    (save,) = play.send(CardTapped(CARD, felt_at=2.0), at=2.0)
    assert isinstance(save, SaveBookmark)
    assert (save.bookmark.offer, save.bookmark.impression, save.bookmark.zone) == ("lamp", impression, None)
    (tap,) = play.send(BookmarkSaved(save.bookmark.id), at=2.1)
    assert isinstance(tap, AnnounceTap)
    (shown,) = play.send(Ticked(), at=2.1 + RULES.saved_s)
    assert isinstance(play.scene, Browsing)
    assert play.scene.offer == LAMP
    assert shown.heard_at == play.time  # type: ignore[union-attr] # only one kind can come
    assert play.floor.wake_at > play.time, "her time begins anew"


def test_who_needs_longer_for_the_code_gets_its_whole_time_again(play: Play) -> None:
    touch(play, at=1.0)
    keep(play, at=2.0)
    play.send(Touched(Wish.STAY, 10.0), at=10.0)
    play.send(Ticked(), at=2.0 + RULES.saved_s)
    assert isinstance(play.scene, Saved)
    play.send(Ticked(), at=10.0 + RULES.saved_s)
    assert isinstance(play.scene, Browsing)


def test_an_offer_kept_without_a_browse_can_stay_longer_too(play: Play) -> None:
    play.send(Ticked(), at=10.0)
    keep(play, at=11.0)
    play.send(Touched(Wish.STAY, 20.0), at=20.0)
    play.send(Ticked(), at=34.0)
    assert isinstance(play.scene, Saved)
    play.send(Touched(Wish.LEAVE, 34.5), at=34.5)
    assert isinstance(play.scene, Attract)


def test_a_call_reaches_the_staff_once_and_is_answered_each_time(play: Play) -> None:
    touch(play, at=1.0)
    assert play.send(Touched(Wish.ADVISOR, 2.0), at=2.0) == (CallAdvisor("lamp", "de"),)
    hints = [play.scene.hint]
    assert play.send(Touched(Wish.ADVISOR, 4.0), at=4.0) == ()
    assert [*hints, play.scene.hint] == [Hint.ADVISOR_CALLED, Hint.ADVISOR_KNOWS]
    touch(play, Wish.NEXT, at=2.0 + CALL_EVERY_S - 1)
    (call,) = play.send(Touched(Wish.ADVISOR, 2.0 + CALL_EVERY_S), at=2.0 + CALL_EVERY_S)
    assert call == CallAdvisor("mug", "de")


def test_leaving_what_nobody_entered_changes_nothing(play: Play) -> None:
    before = play.scene
    play.send(Touched(Wish.LEAVE, 1.0), at=1.0)
    assert play.scene == before


def test_under_a_notice_there_is_nothing_to_touch(play: Play) -> None:
    touch(play, at=1.0)
    play.send(BoardChanged(Board(store=Bulletin({"": "Raus"})), heard_at=2.0), at=2.0)
    assert play.send(Touched(Wish.NEXT, 3.0), at=3.0) == ()
    assert isinstance(play.scene, Notice)
    play.send(BoardChanged(Board(), heard_at=5.0), at=5.0)
    assert isinstance(play.scene, Browsing), "and whoever stood there goes on"


def test_a_reader_that_comes_back_is_told_while_somebody_browses(play: Play) -> None:
    assert not touch(play, at=1.0).reader_ready
    play.send(ReaderChanged(ready=True), at=2.0)
    assert isinstance(play.scene, Browsing)
    assert play.scene.reader_ready
