"""Who holds her card to the screen at the desk: called by a code, and shown an offer that fits what she ordered."""

from kiosk.contract.bookmark import BookmarkAnswer
from kiosk.contract.place import DOOR, PICK_UP, Place
from kiosk.core.effects import AnnounceShown, SendCheckIn
from kiosk.core.events import (
    SOMEBODY,
    BookmarkAnswered,
    BookmarkSaved,
    CardTapped,
    CatalogueChanged,
    OrdersCalled,
    Ticked,
)
from kiosk.core.glass.scene import Attract, Called, Offering, Saved
from kiosk.core.visit.calling import CALL_S
from kiosk.offers.catalogue import Catalogue
from tests.core.visit.test_taps import tap
from tests.doubles.shop_floor import BOOTS, CARD, MUG, MUG_ITEM, POSTER, Play

CODES = ("K7Q4",)


def stand_at(place: Place) -> Play:
    """A screen at this place whose loop shows a mug that a tap keeps."""
    play = Play.of_shop((MUG, BOOTS), (MUG_ITEM,))
    play.send(CatalogueChanged(Catalogue((MUG, BOOTS)), (MUG_ITEM,), place=place), at=1.0)
    return play


def keep(play: Play, at: float) -> str:
    """Have the mug kept and on disk; the bookmark."""
    bookmark = tap(play, at).id
    play.send(BookmarkSaved(bookmark), at=at)
    return bookmark


def answer(play: Play, bookmark: str, at: float) -> list[str | None]:
    """The loyalty system took it; by which bookmarks the screen asks then who is there."""
    return list_asked(play.send(BookmarkAnswered(BookmarkAnswer(bookmark, "known", claim_url="https://x/c/1")), at=at))


def list_asked(effects: tuple[object, ...]) -> list[str | None]:
    return [effect.check_in.bookmark for effect in effects if isinstance(effect, SendCheckIn)]


def test_a_tap_at_the_desk_keeps_the_offer_and_asks_for_her_order_once_the_bookmark_says_who_she_is() -> None:
    play = stand_at(PICK_UP)
    bookmark = keep(play, 2.0)

    assert isinstance(play.scene, Saved)
    assert answer(play, bookmark, 2.5) == [bookmark]


def test_who_taps_again_asks_for_her_order_again() -> None:
    play = stand_at(PICK_UP)
    bookmark = keep(play, 2.0)
    answer(play, bookmark, 2.5)

    assert list_asked(play.send(CardTapped(CARD, felt_at=9.0), at=9.0)) == [bookmark]


def test_a_bookmark_that_took_long_to_arrive_calls_nobody() -> None:
    play = stand_at(PICK_UP)
    bookmark = keep(play, 2.0)

    assert answer(play, bookmark, 62.0) == []


def test_at_a_door_the_bookmark_alone_says_that_she_is_there() -> None:
    play = stand_at(DOOR)
    bookmark = keep(play, 2.0)

    assert answer(play, bookmark, 2.5) == []
    assert list_asked(play.send(CardTapped(CARD, felt_at=9.0), at=9.0)) == []


def test_the_code_stands_alone_first_and_then_above_what_fits_her_order() -> None:
    play = Play.of_shop((MUG, BOOTS), (POSTER,))
    play.send(OrdersCalled(CODES, "mug"), at=3.0)
    alone = play.scene
    shown = play.send(Ticked(), at=8.0)

    assert isinstance(alone, Attract)
    assert alone.hint == Called(CODES)
    scene = play.scene
    assert isinstance(scene, Offering)
    assert (scene.offer.id, scene.shopper, scene.hint) == ("mug", SOMEBODY, Called(CODES))
    assert [one.offer for one in shown if isinstance(one, AnnounceShown)] == ["mug"]
    play.send(Ticked(), at=13.0)
    assert (play.scene.hint, type(play.scene)) == (None, Offering)
    play.send(Ticked(), at=53.0)
    assert isinstance(play.scene, Attract), "and it comes once"


def test_what_she_just_kept_has_its_time_before_what_fits_her_order() -> None:
    play = stand_at(PICK_UP)
    keep(play, 2.0)
    play.send(OrdersCalled(CODES, "mug"), at=3.0)
    kept = play.scene
    play.send(Ticked(), at=8.0)

    assert isinstance(kept, Saved)
    assert kept.hint == Called(CODES)
    assert isinstance(play.scene, Saved)
    play.send(Ticked(), at=17.0)
    assert isinstance(play.scene, Offering)


def test_what_is_not_for_everybody_or_unknown_or_late_is_not_shown() -> None:
    for offer, at in (("boots", 8.0), ("gone", 8.0), ("mug", 3.0 + CALL_S)):
        play = Play.of_shop((MUG, BOOTS), (POSTER,))
        play.send(OrdersCalled(CODES, offer), at=3.0)
        play.send(Ticked(), at=at)
        assert isinstance(play.scene, Attract)


def test_an_order_that_nothing_fits_is_called_all_the_same() -> None:
    play = Play.of_shop((MUG, BOOTS), (POSTER,))
    play.send(OrdersCalled(CODES), at=3.0)
    play.send(Ticked(), at=8.0)

    assert isinstance(play.scene, Attract)
