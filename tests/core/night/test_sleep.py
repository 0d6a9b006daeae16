from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.playlist import Item
from kiosk.core.effects import AnnounceShown, AnnounceTap, SaveBookmark, TapOutcome
from kiosk.core.events import (
    BoardChanged,
    BookmarkSaved,
    CardRefused,
    CardTapped,
    CatalogueChanged,
    IdentityAsked,
    ShopperLeft,
    ShopperNear,
    ShoppersChanged,
    Ticked,
    Touched,
)
from kiosk.core.glass.scene import Attract, Browsing, Dark, Hint, Notice, Offering, Saved
from kiosk.core.loop.play import open_floor
from kiosk.core.night.hours import Night
from kiosk.core.notice.bulletin import Board, Bulletin
from kiosk.core.tap_problem import TapProblem
from kiosk.core.wish import Wish
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from tests.doubles.shop_floor import BOOTS, CARD, MUG, MUG_ITEM, POSTER, RULES, Play, make_shopper

AWAKE_S = 60.0
DUSK, DAWN = 120.0, 3600.0
"""Seconds from the start, which is 10:00 in the store."""

ANNA = ShopperNear("anna", "shoes", heard_at=300.0)


def play_night(playlist: tuple[Item, ...] = (POSTER, MUG_ITEM)) -> Play:
    """A shop in which it is night from two minutes after the start until an hour after it."""
    night = Night((Daypart("10:02", "11:00"),), AWAKE_S)
    play = Play(open_floor(replace(RULES, night=night), 0.0))
    play.send(CatalogueChanged(Catalogue((BOOTS, MUG)), playlist))
    play.send(ShoppersChanged(Crowd({"anna": make_shopper("anna", "outdoor")})))
    return play


def play_until(play: Play, end: float) -> list[AnnounceShown]:
    """Tick whenever the core asks for it; what was said to be shown."""
    said: list[AnnounceShown] = []
    while play.floor.wake_at <= end:
        effects = play.send(Ticked(), at=max(play.time, play.floor.wake_at))
        said += [effect for effect in effects if isinstance(effect, AnnounceShown)]
    return said


def test_the_glass_is_dark_from_dusk_to_dawn_and_says_that_nothing_plays() -> None:
    play = play_night()
    assert isinstance(play.scene, Attract)
    said = play_until(play, DUSK)
    assert isinstance(play.scene, Dark)
    assert said[-1] == AnnounceShown(play.scene.impression, None, None, "loop", DUSK)

    dark = play.scene
    assert play_until(play, DAWN - 1) == []
    assert play.scene == dark
    play_until(play, DAWN)
    assert isinstance(play.scene, Attract)


def test_an_empty_loop_is_dark_as_well() -> None:
    play = play_night(())
    play_until(play, DUSK)
    assert isinstance(play.scene, Dark)


def test_in_the_dark_it_looks_at_the_clock_once_a_minute() -> None:
    play = play_night()
    play_until(play, DUSK)
    assert play.floor.wake_at == DUSK + 60


def test_a_known_shopper_lights_it_and_is_offered_something() -> None:
    play = play_night()
    play_until(play, DUSK)
    effects = play.send(ANNA, at=300.0)
    assert isinstance(play.scene, Offering)
    assert [effect.offer for effect in effects if isinstance(effect, AnnounceShown)] == ["boots"]


def test_once_she_is_gone_the_loop_plays_until_nobody_was_there_for_a_while() -> None:
    play = play_night()
    play_until(play, DUSK)
    play.send(ANNA, at=300.0)
    play.send(ShopperLeft("anna", "shoes"), at=301.0)
    play_until(play, 300.0 + AWAKE_S - 1)
    assert isinstance(play.scene, Attract)
    play_until(play, 300.0 + AWAKE_S)
    assert isinstance(play.scene, Dark)


def test_who_stays_all_night_does_not_keep_it_lit() -> None:
    play = play_night()
    play_until(play, DUSK)
    play.send(ANNA, at=300.0)
    play_until(play, 300.0 + AWAKE_S)
    assert isinstance(play.scene, Dark)


def test_somebody_who_is_not_on_the_list_leaves_it_dark() -> None:
    play = play_night()
    play_until(play, DUSK)
    assert play.send(ShopperNear("zoe", "shoes", heard_at=300.0), at=300.0) == ()
    assert isinstance(play.scene, Dark)


def test_a_tap_lights_it_and_gets_its_answer() -> None:
    play = play_night(())
    play_until(play, DUSK)
    effects = play.send(CardTapped(CARD, felt_at=300.0), at=300.1)
    assert effects == (AnnounceTap(None, None, TapOutcome.NOTHING_TO_SAVE, 300.0),)
    assert play.floor.wake_at == 300.1
    play.send(Ticked(), at=300.1)
    assert isinstance(play.scene, Attract)


def test_a_card_that_keeps_nothing_lights_it_and_says_what_to_do() -> None:
    play = play_night()
    play_until(play, DUSK)
    play.send(CardRefused(TapProblem.RANDOM_ID, felt_at=300.0), at=300.1)
    play.send(Ticked(), at=300.1)
    assert isinstance(play.scene, Attract)
    assert play.scene.hint is Hint.USE_CODE


def test_a_touch_lights_it_and_opens_the_offers() -> None:
    play = play_night()
    play_until(play, DUSK)
    play.send(Touched(Wish.BROWSE, felt_at=300.0), at=300.0)
    assert isinstance(play.scene, Browsing)


def test_a_touch_lights_it_where_there_is_nothing_to_browse() -> None:
    play = play_night()
    play_until(play, DUSK)
    play.send(CatalogueChanged(Catalogue(()), (POSTER,)), at=290.0)
    play.send(Touched(Wish.BROWSE, felt_at=300.0), at=300.0)
    assert isinstance(play.scene, Attract)


def test_a_tap_felt_before_dusk_keeps_the_offer_that_was_there() -> None:
    play = play_night()
    play_until(play, DUSK - 1)
    assert isinstance(play.scene, Attract)
    assert play.scene.offer == MUG
    play_until(play, DUSK)
    (save,) = play.send(CardTapped(CARD, felt_at=DUSK - 0.5), at=DUSK + 0.1)
    assert isinstance(save, SaveBookmark)
    play.send(Ticked(), at=DUSK + 0.1)
    assert isinstance(play.scene, Dark)
    play.send(BookmarkSaved(save.bookmark.id), at=DUSK + 0.2)
    assert isinstance(play.scene, Saved)


def test_a_notice_is_shown_in_the_night_too_and_then_it_is_dark_again() -> None:
    play = play_night()
    play_until(play, DUSK)
    play.send(BoardChanged(Board(store=Bulletin({"": "Fire"})), heard_at=300.0), at=300.0)
    assert isinstance(play.scene, Notice)
    play_until(play, 600.0)
    assert isinstance(play.scene, Notice)
    play.send(BoardChanged(Board(), heard_at=600.0), at=600.0)
    assert isinstance(play.scene, Dark)


def test_a_dark_screen_tells_its_name_when_asked() -> None:
    play = play_night()
    play_until(play, DUSK)
    play.send(IdentityAsked(), at=300.0)
    assert (type(play.scene), play.scene.identify) == (Dark, True)


def test_by_day_who_comes_changes_nothing_of_it() -> None:
    play = Play.of_shop()
    play.send(ShopperNear("anna", "shoes", heard_at=5.0), at=5.0)
    assert play.floor.glass.awake_until == float("inf")
