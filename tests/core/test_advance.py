from collections.abc import Sequence
from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.contract.bookmark import BookmarkAnswer
from kiosk.contract.instant import Instant
from kiosk.contract.money import Money
from kiosk.contract.offer import Budget, Offer
from kiosk.core.effects import AnnounceShown, AnnounceTap, SaveBookmark, TapOutcome
from kiosk.core.events import (
    BookmarkAnswered,
    BookmarkSaved,
    CardTapped,
    CatalogueChanged,
    RankerChanged,
    ReaderChanged,
    ShopperLeft,
    ShopperNear,
    ShoppersChanged,
    ShowFailed,
    ShownRecalled,
    Ticked,
)
from kiosk.core.glass.scene import Attract, Offering, Saved, Scene, tell_offer
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from kiosk.offers.ranking import BY_PRIORITY, Choice
from kiosk.offers.shown import DAY_S, NOTHING_SHOWN
from kiosk.offers.situation import Situation
from tests.doubles.shop_floor import BOOTS, CARD, MONDAY, MUG, MUG_ITEM, POSTER, RULES, SOCKS, Play, make_shopper


@pytest.fixture
def play() -> Play:
    return Play.of_shop()


def see(play: Play) -> Scene:
    return play.scene


def bring_anna(play: Play, at: float = 1.0) -> Offering:
    play.send(ShopperNear("anna", "shoes", heard_at=at, trigger="t-1", distance_m=1.0), at=at)
    assert isinstance(play.scene, Offering)
    return play.scene


def test_a_visit_goes_from_the_loop_over_an_offer_to_a_kept_one_and_back(play: Play) -> None:
    assert isinstance(play.scene, Attract)
    offering = bring_anna(play)
    assert (offering.offer, offering.language, offering.shopper) == (BOOTS, "en", "anna")

    (save,) = play.send(CardTapped(CARD, felt_at=2.0), at=2.1)
    assert isinstance(save, SaveBookmark)
    assert offering == see(play), "nothing says saved before it is on disk"

    (tap,) = play.send(BookmarkSaved(save.bookmark.id), at=2.2)
    assert tap == AnnounceTap(save.bookmark.id, "boots", TapOutcome.SAVED, felt_at=2.0)
    assert Saved(BOOTS, "en", save.bookmark.id, impression=offering.impression) == see(play)

    play.send(BookmarkAnswered(BookmarkAnswer(save.bookmark.id, "new", claim_url="https://hub/claim/x")), at=2.5)
    assert Saved(BOOTS, "en", save.bookmark.id, "https://hub/claim/x", impression=offering.impression) == see(play)

    play.send(ShopperLeft("anna", "shoes"), at=10.0)
    play.send(Ticked(), at=17.3)
    assert isinstance(play.scene, Attract)


def test_an_offer_is_announced_with_what_caused_it(play: Play) -> None:
    offering = bring_anna(play)
    choice = Choice(BOOTS, BY_PRIORITY, "priority")
    announced = AnnounceShown(offering.impression, "boots", None, "proximity", 1.0, "t-1", choice)
    assert announced == play.effects[-1]


def test_offers_are_ranked_by_what_was_learnt_last(play: Play) -> None:
    def rank_last(offers: Sequence[Offer], _situation: Situation) -> Choice:
        return Choice(max(offers, key=lambda offer: offer.id), "by-name", "learnt")

    play.send(CatalogueChanged(Catalogue((BOOTS, SOCKS)), ()))
    play.send(RankerChanged(rank_last))

    assert bring_anna(play).offer == SOCKS


def test_the_reader_coming_and_going_shows_in_the_scene(play: Play) -> None:
    bring_anna(play)
    play.send(ReaderChanged(ready=True))
    assert isinstance(play.scene, Offering)
    assert play.scene.reader_ready
    play.send(ReaderChanged(ready=False))
    assert not play.scene.reader_ready


def test_the_reader_changing_leaves_a_kept_offer_alone(play: Play) -> None:
    bring_anna(play)
    play.send(CardTapped(CARD, felt_at=1.0))
    play.send(BookmarkSaved("id-4"))
    saved = play.scene
    play.send(ReaderChanged(ready=True))
    assert saved == see(play)
    assert play.floor.reader_ready


def test_a_new_catalogue_renews_the_offer_on_screen(play: Play) -> None:
    bring_anna(play)
    renewed = type(BOOTS)("boots", {"en": "Boots, now waterproof"}, image=BOOTS.image, audience=BOOTS.audience)
    play.send(CatalogueChanged(Catalogue([renewed]), (POSTER,)))
    assert isinstance(play.scene, Offering)
    assert play.scene.offer == renewed
    (save,) = play.send(CardTapped(CARD, felt_at=play.time))
    assert isinstance(save, SaveBookmark)


def test_a_cap_on_contacts_holds_until_a_catalogue_states_none(play: Play) -> None:
    play.send(CatalogueChanged(Catalogue((MUG,)), (), contacts_per_day=6), 1.0)
    capped = play.floor.contacts_per_day
    play.send(CatalogueChanged(Catalogue((MUG,)), ()), 2.0)
    assert (capped, play.floor.contacts_per_day) == (6, None)


def test_an_offer_that_is_no_more_leaves_the_screen(play: Play) -> None:
    bring_anna(play)
    play.send(CatalogueChanged(Catalogue([MUG]), (POSTER,)), at=2.0)
    assert isinstance(play.scene, Attract)


def test_a_shopper_who_withdrew_is_forgotten_at_once(play: Play) -> None:
    bring_anna(play)
    play.send(ShoppersChanged(Crowd({})), at=1.5)
    assert isinstance(play.scene, Attract)
    assert not play.floor.visitors


def test_nothing_is_remembered_of_a_shopper_who_withdrew(play: Play) -> None:
    bring_anna(play)
    play.send(ShoppersChanged(Crowd({"ben": make_shopper("ben", "outdoor")})), at=2.0)
    assert play.floor.shown.tallies == {}


def test_what_was_shown_is_forgotten_though_nobody_comes(play: Play) -> None:
    bring_anna(play)
    play.send(Ticked(), at=1.0 + DAY_S)
    assert play.floor.shown.tallies == {}


def test_what_was_shown_in_an_earlier_life_counts(play: Play) -> None:
    today = RULES.tell_local(Instant(0.0, MONDAY, "id")).date()
    play.send(ShownRecalled(NOTHING_SHOWN.record("anna", "boots", today, -60.0)))
    assert bring_anna(play).offer == MUG


def test_what_was_held_of_a_budget_in_an_earlier_life_is_kept_from_the_loop() -> None:
    ten = Money(Decimal(10), "EUR")
    mug = replace(MUG, budget=Budget(left=ten, each=ten))
    play = Play.of_shop((mug,), (MUG_ITEM, POSTER))
    assert tell_offer(play.scene) == mug
    play.send(ShownRecalled(NOTHING_SHOWN.hold(mug)), at=1.0)
    assert tell_offer(play.scene) is None


def test_who_withdrew_between_two_lives_is_not_remembered_unless_the_list_itself_was_lost() -> None:
    shown = NOTHING_SHOWN.record("dora", "boots", MONDAY.date(), -60.0)
    known, lost = Play.of_shop(), Play()
    for play in (known, lost):
        play.send(ShownRecalled(shown))
    assert (known.floor.shown.tallies, lost.floor.shown) == ({}, shown)


def test_a_shopper_list_without_the_one_who_left_changes_nothing_for_the_others(play: Play) -> None:
    offering = bring_anna(play)
    others = {key: shopper for key, shopper in play.floor.shoppers.items() if key != "ben"}
    play.send(ShoppersChanged(Crowd(others)), at=1.5)
    assert offering == see(play)


def test_someone_leaving_who_was_never_offered_anything_changes_nothing(play: Play) -> None:
    offering = bring_anna(play)
    play.send(ShopperLeft("ben", "shoes"), at=2.0)
    assert offering == see(play)


def test_the_same_events_lead_to_the_same_floor() -> None:
    plays = [Play.of_shop(), Play.of_shop()]
    for play in plays:
        bring_anna(play)
        play.send(CardTapped(CARD, felt_at=1.5), at=2.0)
    first, second = plays
    assert first.effects == second.effects
    assert first.scene == second.scene


def test_what_cannot_be_drawn_is_done_without_and_no_tap_keeps_it(play: Play) -> None:
    bring_anna(play)
    play.send(ShowFailed("boots", None), at=1.0)
    assert isinstance(play.scene, Attract | Offering)
    assert play.scene.offer != BOOTS
    assert play.floor.catalogue.get_offer("boots") is None
    effects = play.send(CardTapped(CARD, felt_at=1.0), at=1.1)
    assert [effect for effect in effects if isinstance(effect, SaveBookmark) and effect.bookmark.offer == "boots"] == []


def test_an_item_of_the_loop_that_cannot_be_drawn_is_passed_over(play: Play) -> None:
    play.send(ShowFailed(None, "poster"), at=1.0)
    assert isinstance(play.scene, Attract)
    assert play.scene.item is not None
    assert play.scene.item.id == "mug-item"
