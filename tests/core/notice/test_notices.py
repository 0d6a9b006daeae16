from datetime import timedelta

import pytest

from kiosk.contract.instant import NEVER
from kiosk.core.effects import AnnounceShown, AnnounceTap, SaveBookmark, TapOutcome
from kiosk.core.events import (
    BoardChanged,
    BookmarkFailed,
    BookmarkSaved,
    CardTapped,
    CatalogueChanged,
    Event,
    ReaderChanged,
    ShopperLeft,
    ShopperNear,
    ShoppersChanged,
    Ticked,
)
from kiosk.core.glass.scene import Attract, Notice, Offering
from kiosk.core.notice.bulletin import Board, Bulletin, Level
from kiosk.core.notice.notices import LOOK_AGAIN_S, STEADY_S
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from tests.doubles.shop_floor import BOOTS, CARD, MONDAY, MUG, POSTER, Play

FIRE = Bulletin({"de": "Bitte verlassen Sie das Haus", "en": "Please leave the building"}, Level.EMERGENCY)
SALE = Bulletin({"": "We close at 8"}, Level.INFO)
ANNA = ShopperNear("anna", "shoes", heard_at=5.0)


def post(play: Play, board: Board, at: float, trigger: str | None = None) -> AnnounceShown | None:
    effects = play.send(BoardChanged(board, heard_at=at, trigger=trigger), at=at)
    return next((effect for effect in effects if isinstance(effect, AnnounceShown)), None)


def tell_text(play: Play) -> str | None:
    return play.scene.texts[0] if isinstance(play.scene, Notice) else None


def test_a_notice_takes_the_place_of_an_offer_at_once_and_is_said_to_be_shown() -> None:
    play = Play.of_shop()
    play.send(ANNA, at=5.0)
    announced = post(play, Board(store=FIRE), at=5.5, trigger="c-1")

    assert isinstance(play.scene, Notice)
    assert play.scene.texts == ("Bitte verlassen Sie das Haus", "Please leave the building")
    assert announced == AnnounceShown(play.scene.impression, None, None, "notice", 5.5, "c-1")


@pytest.mark.parametrize(
    "event",
    [
        ANNA,
        ShopperLeft("anna", "shoes"),
        ReaderChanged(ready=True),
        CatalogueChanged(Catalogue((MUG,)), (POSTER,)),
        ShoppersChanged(Crowd({})),
        Ticked(),
    ],
)
def test_nothing_that_happens_takes_a_notice_away(event: Event) -> None:
    play = Play.of_shop()
    post(play, Board(store=FIRE), at=5.0)
    scene = play.scene

    assert play.send(event, at=100.0) == ()
    assert play.scene == scene


def test_once_it_is_cleared_who_waited_gets_the_offer() -> None:
    play = Play.of_shop()
    post(play, Board(store=FIRE), at=5.0)
    play.send(ANNA, at=6.0)
    post(play, Board(), at=20.0)

    assert isinstance(play.scene, Offering)


def test_the_loop_goes_on_where_it_was_interrupted() -> None:
    play = Play.of_shop()
    post(play, Board(store=FIRE), at=5.0)
    post(play, Board(), at=20.0)

    assert isinstance(play.scene, Attract)
    assert play.scene.offer == MUG, "the poster had its turn"


def test_a_tap_during_a_notice_keeps_nothing_and_hides_nothing() -> None:
    play = Play.of_shop()
    play.send(ANNA, at=5.0)
    post(play, Board(store=FIRE), at=6.0)
    scene = play.scene
    effects = play.send(CardTapped(CARD, felt_at=7.0), at=7.1)

    assert effects == (AnnounceTap(None, None, TapOutcome.NOTHING_TO_SAVE, 7.0),)
    assert play.scene == scene


def test_a_tap_felt_before_the_notice_is_kept_behind_it() -> None:
    play = Play.of_shop()
    play.send(ANNA, at=5.0)
    post(play, Board(store=FIRE), at=6.05)
    scene = play.scene
    (order,) = play.send(CardTapped(CARD, felt_at=6.0), at=6.1)
    assert isinstance(order, SaveBookmark)
    assert order.bookmark.offer == BOOTS.id

    (announced,) = play.send(BookmarkSaved(order.bookmark.id), at=6.2)

    assert isinstance(announced, AnnounceTap)
    assert announced.outcome is TapOutcome.SAVED
    assert play.scene == scene


def test_a_tap_that_could_not_be_kept_says_so_behind_it() -> None:
    play = Play.of_shop()
    play.send(ANNA, at=5.0)
    (order,) = play.send(CardTapped(CARD, felt_at=6.0), at=6.0)
    assert isinstance(order, SaveBookmark)
    post(play, Board(store=FIRE), at=6.1)
    play.send(BookmarkFailed(order.bookmark.id), at=6.2)

    assert isinstance(play.scene, Notice)
    assert play.scene.hint is None


def test_a_stream_of_notices_never_flashes() -> None:
    play = Play.of_shop()
    changes: list[float] = []
    text = tell_text(play)
    for step in range(5_000):
        at = 5 + step / 1_000
        post(play, Board(store=(FIRE, SALE, None)[step % 3]), at=at)
        if tell_text(play) != text:
            changes.append(at)
            text = tell_text(play)

    assert len(changes) >= 4
    # A flash is there and back: three in a second would be six changes.
    assert max(sum(at <= other < at + 1 for other in changes) for at in changes) <= 3


def test_what_waited_for_the_steady_time_comes_on_by_itself() -> None:
    play = Play.of_shop()
    post(play, Board(store=SALE), at=5.0)
    assert post(play, Board(store=FIRE), at=5.2) is None
    assert play.floor.wake_at == 5.0 + STEADY_S
    (announced,) = play.send(Ticked(), at=6.0)

    assert tell_text(play) == "Bitte verlassen Sie das Haus"
    assert isinstance(announced, AnnounceShown)
    assert announced.heard_at == 5.2


def test_the_same_notice_heard_again_changes_nothing() -> None:
    play = Play.of_shop()
    post(play, Board(store=FIRE), at=5.0)
    scene = play.scene

    assert post(play, Board(store=FIRE), at=9.0) is None
    assert play.scene == scene
    assert play.floor.wake_at == NEVER


def test_a_notice_ends_at_its_time_and_the_one_behind_it_appears() -> None:
    play = Play.of_shop()
    drill = Bulletin({"": "Fire drill"}, Level.EMERGENCY, until=MONDAY + timedelta(seconds=20))
    post(play, Board(store=SALE, own=drill), at=5.0)
    assert play.floor.wake_at == 20.0
    (announced,) = play.send(Ticked(), at=20.0)

    assert tell_text(play) == "We close at 8"
    assert isinstance(announced, AnnounceShown)
    assert (announced.heard_at, announced.trigger) == (20.0, None)


def test_a_far_end_is_looked_for_now_and_then_for_the_clock_may_be_set() -> None:
    play = Play.of_shop()
    post(play, Board(store=Bulletin({"": "Closed"}, until=MONDAY + timedelta(days=1))), at=5.0)
    assert play.floor.wake_at == 5.0 + LOOK_AGAIN_S
    play.send(Ticked(), at=5.0 + LOOK_AGAIN_S)

    assert play.floor.wake_at == 5.0 + 2 * LOOK_AGAIN_S
    assert isinstance(play.scene, Notice)
