from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.contract.bookmark import Bookmark, BookmarkAnswer, StampCount
from kiosk.contract.direction import Direction
from kiosk.contract.money import Money
from kiosk.contract.offer import Budget, Offer
from kiosk.core.effects import AnnounceTap, SaveBookmark, TapOutcome
from kiosk.core.events import (
    BookmarkAnswered,
    BookmarkFailed,
    BookmarkSaved,
    CardRefused,
    CardTapped,
    ShopperNear,
    Ticked,
)
from kiosk.core.glass.scene import Attract, Hint, Saved
from kiosk.core.tap_problem import TapProblem
from kiosk.core.visit.taps import LONGEST_WAY, MOST_STAMPS
from tests.doubles.shop_floor import BOOTS, CARD, MONDAY, MUG, MUG_ITEM, OTHER_CARD, PICTURE, POSTER, Play

TEN_EUROS = Money(Decimal(10), "EUR")


def show_boots(play: Play) -> None:
    play.send(ShopperNear("ben", "shoes", heard_at=1.0), at=1.0)


def tap(play: Play, felt_at: float, card: object = CARD) -> Bookmark:
    (save,) = play.send(CardTapped(card, felt_at), at=felt_at)  # type: ignore[arg-type] # a table's column
    assert isinstance(save, SaveBookmark)
    return save.bookmark


def test_a_bookmark_says_where_when_and_what() -> None:
    play = Play.of_shop()
    show_boots(play)
    (save,) = play.send(CardTapped(CARD, felt_at=2.0, card="known again by this"), at=2.5)
    assert save == SaveBookmark(
        Bookmark(
            id="id-4",
            offer="boots",
            store="berlin",
            screen="window-1",
            zone="shoes",
            impression="id-3",
            credential=CARD,
            tapped_at=MONDAY + timedelta(seconds=2),
            language="de",
        ),
        card="known again by this",
    )


def test_a_tap_keeps_what_was_on_screen_when_the_card_was_felt() -> None:
    play = Play.of_shop()
    play.send(Ticked(), at=10.0)
    show_boots_at = ShopperNear("ben", "shoes", heard_at=11.0)
    play.send(show_boots_at, at=11.0)
    (save,) = play.send(CardTapped(CARD, felt_at=10.9), at=11.2)
    assert isinstance(save, SaveBookmark)
    assert save.bookmark.offer == "mug"


def test_a_tap_while_the_loop_shows_an_offer_keeps_that_one() -> None:
    play = Play.of_shop((MUG,), (MUG_ITEM,))
    assert tap(play, 1.0).offer == "mug"


@pytest.mark.parametrize("playlist", [(POSTER,), ()])
def test_a_tap_with_nothing_to_keep_says_what_to_do(playlist: tuple[object, ...]) -> None:
    play = Play.of_shop((BOOTS,), playlist)  # type: ignore[arg-type] # a table's column
    effects = play.send(CardTapped(CARD, felt_at=1.0), at=1.0)
    assert effects == (AnnounceTap(None, None, TapOutcome.NOTHING_TO_SAVE, 1.0),)
    assert play.scene.hint is Hint.NOTHING_TO_SAVE


def test_an_offer_that_may_not_be_kept_is_not_kept() -> None:
    look_only = Offer("look", {"de": "Nur schauen"}, image=PICTURE, bookmarkable=False)
    play = Play.of_shop((look_only,), ())
    play.send(CardTapped(CARD, felt_at=1.0), at=1.0)
    assert play.scene.hint is Hint.NOTHING_TO_SAVE


def test_a_tap_felt_before_anything_was_shown_keeps_nothing() -> None:
    play = Play.of_shop((MUG,), (MUG_ITEM,))
    play.send(CardTapped(CARD, felt_at=-1.0), at=1.0)
    assert play.scene.hint is Hint.NOTHING_TO_SAVE


def test_the_same_card_again_is_told_that_it_is_kept_already() -> None:
    play = Play.of_shop()
    show_boots(play)
    bookmark = tap(play, 2.0)
    play.send(BookmarkSaved(bookmark.id), at=2.1)
    play.send(BookmarkAnswered(BookmarkAnswer(bookmark.id, "known", claim_url="https://hub/c")), at=2.2)
    (again,) = play.send(CardTapped(CARD, felt_at=5.0), at=5.0)
    assert again == AnnounceTap(bookmark.id, "boots", TapOutcome.SAVED, 5.0)
    assert bookmark.impression
    assert play.scene == Saved(BOOTS, "de", bookmark.id, "https://hub/c", again=True, impression=bookmark.impression)


def test_the_same_card_while_its_tap_is_on_its_way_is_one_tap() -> None:
    play = Play.of_shop()
    show_boots(play)
    tap(play, 2.0)
    assert play.send(CardTapped(CARD, felt_at=2.05), at=2.05) == ()


def test_another_card_keeps_the_same_offer_for_itself() -> None:
    play = Play.of_shop()
    show_boots(play)
    first = tap(play, 2.0)
    play.send(BookmarkSaved(first.id), at=2.1)
    second = tap(play, 3.0, OTHER_CARD)
    assert (second.offer, second.credential) == ("boots", OTHER_CARD)


def test_after_the_cooldown_a_card_may_keep_the_offer_anew() -> None:
    play = Play.of_shop((MUG,), (MUG_ITEM,))
    first = tap(play, 2.0)
    play.send(BookmarkSaved(first.id), at=2.1)
    play.send(Ticked(), at=700.0)
    assert tap(play, 701.0).id != first.id


@pytest.mark.parametrize(
    ("problem", "hint", "outcome"),
    [
        (TapProblem.TORN, Hint.HOLD_LONGER, TapOutcome.UNREADABLE),
        (TapProblem.UNREADABLE, Hint.HOLD_LONGER, TapOutcome.UNREADABLE),
        (TapProblem.RANDOM_ID, Hint.USE_CODE, TapOutcome.REFUSED),
        (TapProblem.NOT_LOYALTY, Hint.USE_CODE, TapOutcome.REFUSED),
    ],
)
def test_a_card_that_can_keep_nothing_is_told_what_to_do(problem: TapProblem, hint: Hint, outcome: TapOutcome) -> None:
    play = Play.of_shop()
    (said,) = play.send(CardRefused(problem, felt_at=1.0), at=1.1)
    assert said == AnnounceTap(None, None, outcome, 1.0)
    assert play.scene.hint is hint


def test_a_bookmark_that_could_not_be_written_is_not_called_saved_and_can_be_tapped_again() -> None:
    play = Play.of_shop()
    show_boots(play)
    first = tap(play, 2.0)
    (said,) = play.send(BookmarkFailed(first.id), at=2.1)
    assert said == AnnounceTap(None, "boots", TapOutcome.REFUSED, 2.0)
    assert play.scene.hint is Hint.NOT_SAVED
    assert tap(play, 3.0).id != first.id


def test_only_a_bookmark_that_is_on_disk_holds_a_part_of_the_budget() -> None:
    budget = Budget(left=TEN_EUROS, each=TEN_EUROS)
    play = Play.of_shop(offers=(replace(BOOTS, budget=budget),))
    show_boots(play)
    bookmark = tap(play, felt_at=2.0)
    before = play.floor.visit.shown.count_held("boots", budget)
    play.send(BookmarkSaved(bookmark.id), at=2.1)
    assert (before, play.floor.visit.shown.count_held("boots", budget)) == (0, 1)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (StampCount(2, 3), StampCount(2, 3)),
        (StampCount(3, 3), StampCount(3, 3)),
        (None, None),
        (StampCount(0, 3), None),
        (StampCount(4, 3), None),
        (StampCount(2, MOST_STAMPS + 1), None),
    ],
)
def test_the_answer_tells_her_stamps_to_the_scene_that_still_stands(
    told: StampCount | None, shown: StampCount | None
) -> None:
    play = Play.of_shop()
    show_boots(play)
    bookmark = tap(play, 2.0)
    play.send(BookmarkSaved(bookmark.id), at=2.1)
    play.send(BookmarkAnswered(BookmarkAnswer(bookmark.id, "known", stamps=told)), at=2.2)
    assert isinstance(play.scene, Saved)
    assert play.scene.stamps == shown


@pytest.mark.parametrize(
    ("told", "is_shown"),
    [
        (Direction({"de": "Wohnen"}, {"de": "1. Etage, links"}), True),
        (Direction({"de": "Wohnen"}), True),
        (Direction({}), False),
        (Direction({"de": "Wohnen"}, {"de": "l" * (LONGEST_WAY + 1)}), False),
        (None, False),
    ],
)
def test_the_answer_tells_the_way_where_it_can_be_read_in_passing(told: Direction | None, *, is_shown: bool) -> None:
    play = Play.of_shop()
    show_boots(play)
    bookmark = tap(play, 2.0)
    play.send(BookmarkSaved(bookmark.id), at=2.1)
    play.send(BookmarkAnswered(BookmarkAnswer(bookmark.id, "known", way=told, next_stamp=told)), at=2.2)

    shown = told if is_shown else None
    assert isinstance(play.scene, Saved)
    assert (play.scene.way, play.scene.next_stamp) == (shown, shown)


def test_her_stamps_are_told_at_the_tap_that_they_were_counted_at_and_not_again() -> None:
    play = Play.of_shop()
    show_boots(play)
    bookmark = tap(play, 2.0)
    play.send(BookmarkSaved(bookmark.id), at=2.1)
    play.send(BookmarkAnswered(BookmarkAnswer(bookmark.id, "known", stamps=StampCount(2, 3))), at=2.2)
    play.send(CardTapped(CARD, felt_at=5.0), at=5.0)
    assert isinstance(play.scene, Saved)
    assert (play.scene.again, play.scene.stamps) == (True, None)


def test_an_answer_that_comes_late_waits_for_the_next_tap() -> None:
    play = Play.of_shop((MUG,), (MUG_ITEM,))
    bookmark = tap(play, 1.0)
    play.send(BookmarkSaved(bookmark.id), at=1.1)
    play.send(Ticked(), at=17.0)
    assert isinstance(play.scene, Attract)
    play.send(BookmarkAnswered(BookmarkAnswer(bookmark.id, "new", claim_url="https://hub/c")), at=18.0)
    assert isinstance(play.scene, Attract)
    play.send(CardTapped(CARD, felt_at=20.0), at=20.0)
    assert isinstance(play.scene, Saved)
    assert play.scene.claim_url == "https://hub/c"


def test_news_of_a_bookmark_that_this_screen_does_not_remember_changes_nothing() -> None:
    play = Play.of_shop()
    before = play.floor
    play.send(BookmarkSaved("other"))
    play.send(BookmarkFailed("other"))
    play.send(BookmarkAnswered(BookmarkAnswer("other", "new")))
    assert before == play.floor
