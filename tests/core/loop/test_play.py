from datetime import UTC, datetime, timedelta
from decimal import Decimal

from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.instant import Instant
from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, Budget, MediaRef, Offer, Validity
from kiosk.contract.playlist import Item
from kiosk.core.advance import advance
from kiosk.core.effects import AnnounceShown, SaveBookmark
from kiosk.core.events import BookmarkSaved, CardRefused, CardTapped, CatalogueChanged, Ticked
from kiosk.core.glass.scene import Attract, Hint
from kiosk.core.tap_problem import TapProblem
from kiosk.offers.catalogue import Catalogue
from tests.doubles.shop_floor import BOOTS, CARD, MONDAY, MUG, MUG_ITEM, PICTURE, POSTER, Play


def find_item(play: Play) -> str | None:
    assert isinstance(play.scene, Attract)
    return play.scene.item.id if play.scene.item else None


def test_items_follow_each_other_and_begin_again() -> None:
    play = Play.of_shop()
    seen = [find_item(play)]
    for time in (10.0, 18.0, 28.0):
        play.send(Ticked(), at=time)
        seen.append(find_item(play))
    assert seen == ["poster", "mug-item", "poster", "mug-item"]


def test_each_of_five_hundred_items_has_its_turn_in_their_order() -> None:
    items = tuple(replace(POSTER, id=f"poster-{number}", seconds=8) for number in range(500))
    play = Play.of_shop((MUG,), items)
    seen = [find_item(play)]
    for number in range(1, 501):
        play.send(Ticked(), at=8.0 * number)
        seen.append(find_item(play))
    assert seen == [*(item.id for item in items), items[0].id]


def test_an_item_is_announced_with_its_offer() -> None:
    play = Play.of_shop()
    (shown,) = play.send(Ticked(), at=10.0)
    assert shown == AnnounceShown("id-3", "mug", "mug-item", "loop", heard_at=10.0)


def test_an_item_keeps_its_time_whatever_else_happens() -> None:
    play = Play.of_shop()
    play.send(Ticked(), at=9.9)
    assert (find_item(play), play.floor.wake_at) == ("poster", 10.0)


def test_without_a_playlist_the_offers_for_everybody_play_the_most_important_first() -> None:
    lamp = Offer("lamp", {"de": "Leuchte"}, image=PICTURE, priority=1)
    bare = Offer("bare", {"de": "Ohne Bild"}, priority=9)
    play = Play.of_shop((MUG, BOOTS, lamp, bare), ())
    assert find_item(play) == "offer:lamp"
    play.send(Ticked(), at=8.0)
    assert find_item(play) == "offer:mug"


def test_an_offer_whose_budget_is_spent_leaves_the_loop() -> None:
    ten = Money(Decimal(10), "EUR")
    lamp = Offer("lamp", {"de": "Leuchte"}, image=PICTURE, priority=1, budget=Budget(left=ten, each=ten))
    play = Play.of_shop((MUG, lamp), ())
    (save,) = play.send(CardTapped(CARD, felt_at=1.0), at=1.0)
    assert isinstance(save, SaveBookmark)
    play.send(BookmarkSaved(save.bookmark.id), at=1.1)
    play.send(Ticked(), at=20.0)
    assert find_item(play) == "offer:mug"


def test_with_nothing_to_play_the_brand_stands_in_and_looks_again() -> None:
    play = Play.of_shop((BOOTS,), ())
    assert (find_item(play), play.floor.wake_at) == (None, 60.0)
    play.send(CardRefused(TapProblem.RANDOM_ID, felt_at=1.0), at=1.0)
    play.send(Ticked(), at=2.0)
    assert play.scene.hint is Hint.USE_CODE
    play.send(CatalogueChanged(Catalogue([MUG]), ()), at=3.0)
    assert find_item(play) == "offer:mug"


def test_an_item_speaks_the_screens_first_language_that_it_has_words_in() -> None:
    play = Play.of_shop((), (Item("hello", "text", title={"fr": "Bonjour", "en": "Hello"}),))
    assert play.scene.language == "en"


def test_items_that_may_not_play_now_are_passed_over() -> None:
    late = Item("late", "image", media=PICTURE, dayparts=(Daypart(start="20:00", until="22:00"),))
    gone = Item("gone", "offer", offer="gone")
    targeted = Item("targeted", "offer", offer="boots")
    over = Offer("over", {"de": "Vorbei"}, image=PICTURE, valid=Validity(until=datetime(2026, 1, 1, tzinfo=UTC)))
    play = Play.of_shop((BOOTS, MUG, over), (late, gone, targeted, Item("o", "offer", offer="over"), MUG_ITEM))
    assert find_item(play) == "mug-item"
    play.send(Ticked(), at=8.0)
    assert find_item(play) == "mug-item"


def test_a_single_item_stays_without_being_shown_anew() -> None:
    play = Play.of_shop((MUG,), (POSTER,))
    shown = play.scene
    assert play.send(Ticked(), at=10.0) == ()
    assert (shown, play.floor.wake_at) == (play.scene, 20.0)


def test_an_item_that_names_an_offer_keeps_that_one_at_a_tap_as_long_as_it_may_be_shown() -> None:
    item = Item("poster", "image", media=PICTURE, offer="mug")
    play = Play.of_shop((MUG,), (item,))
    assert isinstance(play.scene, Attract)
    assert play.scene.offer == MUG
    staff = Offer("mug", {"de": "Becher"}, image=PICTURE, audience=Audience(all=("staff",)))
    play.send(CatalogueChanged(Catalogue([staff]), (item,)), at=1.0)
    assert play.scene.offer is None


def test_an_item_that_was_changed_is_shown_as_it_is_now() -> None:
    play = Play.of_shop()
    changed = Item("poster", "image", media=MediaRef("/v1/media/b.webp", "b" * 64, 10))
    play.send(CatalogueChanged(Catalogue([MUG]), (changed,)), at=1.0)
    assert isinstance(play.scene, Attract)
    assert play.scene.item == changed


def test_the_item_after_one_that_was_taken_out_is_the_first() -> None:
    play = Play.of_shop()
    play.send(CatalogueChanged(Catalogue([MUG]), (MUG_ITEM,)), at=1.0)
    assert find_item(play) == "mug-item"


def play_in_step(*items: Item, at: float = 0.0) -> Play:
    """A screen that keeps step with others since Monday nine o'clock, and opens so many seconds after."""
    play = Play()
    play.send(CatalogueChanged(Catalogue([MUG]), items, epoch=MONDAY), at=at)
    return play


def test_what_begins_takes_the_place_of_what_is_less_important_at_the_full_minute() -> None:
    long = replace(POSTER, seconds=600)
    sale = replace(POSTER, id="sale", priority=1, valid=Validity(start=MONDAY + timedelta(minutes=2)))
    play = Play.of_shop((MUG,), (long, sale))
    assert (find_item(play), play.floor.wake_at) == ("poster", 60.0)
    play.send(Ticked(), at=60.0)
    assert (find_item(play), play.floor.wake_at) == ("poster", 120.0)
    play.send(Ticked(), at=120.0)
    assert find_item(play) == "sale"


def test_an_item_of_more_weight_is_announced_each_time_that_it_plays() -> None:
    play = Play.of_shop((MUG,), (replace(POSTER, weight=3), MUG_ITEM))
    for time in (10.0, 20.0, 28.0):
        play.send(Ticked(), at=time)
    announced = [effect.item for effect in play.effects if isinstance(effect, AnnounceShown)]
    assert announced == ["poster", "poster", "mug-item", "poster"]


def test_screens_that_keep_step_show_the_same_whenever_they_were_opened() -> None:
    plays = [play_in_step(POSTER, MUG_ITEM, at=time) for time in (0.0, 3.0, 12.0)]
    assert [find_item(play) for play in plays] == ["poster", "poster", "mug-item"]
    assert [play.floor.wake_at for play in plays] == [10.0, 10.0, 18.0]


def test_a_clock_that_was_set_puts_the_screen_in_step_again_at_the_next_look() -> None:
    play = play_in_step(POSTER, replace(MUG_ITEM, seconds=100))
    play.send(Ticked(), at=10.0)
    assert (find_item(play), play.floor.wake_at) == ("mug-item", 60.0)
    for shift, item, ends_at in ((-55, "poster", 65.0), (5, "mug-item", 105.0), (-5, "mug-item", 115.0)):
        now = Instant(60.0, MONDAY + timedelta(seconds=60 + shift), "id")
        floor = advance(play.floor, Ticked(), now).floor
        assert isinstance(floor.scene, Attract)
        assert (floor.scene.item and floor.scene.item.id, floor.glass.showing.ends_at) == (item, ends_at)
