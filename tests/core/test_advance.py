from collections.abc import Sequence

import pytest

from kiosk.contract.bookmark import BookmarkAnswer
from kiosk.contract.offer import Offer
from kiosk.core.effects import AnnounceTap, SaveBookmark, TapOutcome
from kiosk.core.events import (
    BookmarkAnswered,
    BookmarkSaved,
    CardTapped,
    CatalogueChanged,
    RankerChanged,
    ReaderChanged,
    ShopperLeft,
    Ticked,
)
from kiosk.core.glass.scene import Attract, Offering, Saved, Scene
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.ranking import Choice
from kiosk.offers.situation import Situation
from tests.doubles.shop_floor import BOOTS, CARD, SOCKS, Play


@pytest.fixture
def play() -> Play:
    return Play.of_shop()


def see(play: Play) -> Scene:
    return play.scene


def test_a_visit_goes_from_the_loop_over_an_offer_to_a_kept_one_and_back(play: Play) -> None:
    assert isinstance(play.scene, Attract)
    offering = play.bring()
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


def test_offers_are_ranked_by_what_was_learnt_last(play: Play) -> None:
    def rank_last(offers: Sequence[Offer], _situation: Situation) -> Choice:
        return Choice(max(offers, key=lambda offer: offer.id), "by-name", "learnt")

    play.send(CatalogueChanged(Catalogue((BOOTS, SOCKS)), ()))
    play.send(RankerChanged(rank_last))

    assert play.bring().offer == SOCKS


def test_the_reader_coming_and_going_shows_in_the_scene(play: Play) -> None:
    play.bring()
    play.send(ReaderChanged(ready=True))
    assert isinstance(play.scene, Offering)
    assert play.scene.reader_ready
    play.send(ReaderChanged(ready=False))
    assert not play.scene.reader_ready


def test_the_reader_changing_leaves_a_kept_offer_alone(play: Play) -> None:
    play.bring()
    play.send(CardTapped(CARD, felt_at=1.0))
    play.send(BookmarkSaved("id-4"))
    saved = play.scene
    play.send(ReaderChanged(ready=True))
    assert saved == see(play)
    assert play.floor.glass.reader_ready


def test_someone_leaving_who_was_never_offered_anything_changes_nothing(play: Play) -> None:
    offering = play.bring()
    play.send(ShopperLeft("ben", "shoes"), at=2.0)
    assert play.scene == offering


def test_the_same_events_lead_to_the_same_floor() -> None:
    plays = [Play.of_shop(), Play.of_shop()]
    for play in plays:
        play.bring()
        play.send(CardTapped(CARD, felt_at=1.5), at=2.0)
    first, second = plays
    assert first.effects == second.effects
    assert first.scene == second.scene
