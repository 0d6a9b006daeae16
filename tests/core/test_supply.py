import pytest
from msgspec.structs import replace

from kiosk.core.effects import SaveBookmark
from kiosk.core.events import (
    CardTapped,
    CatalogueChanged,
    ShowFailed,
)
from kiosk.core.glass.scene import Attract, Offering
from kiosk.offers.catalogue import Catalogue
from tests.doubles.shop_floor import BOOTS, CARD, MUG, POSTER, Play


@pytest.fixture
def play() -> Play:
    return Play.of_shop()


def test_a_new_catalogue_renews_the_offer_on_screen(play: Play) -> None:
    play.bring()
    renewed = replace(BOOTS, title={"en": "Boots, now waterproof"})
    play.send(CatalogueChanged(Catalogue([renewed]), (POSTER,)))
    assert isinstance(play.scene, Offering)
    assert play.scene.offer == renewed
    (save,) = play.send(CardTapped(CARD, felt_at=play.time))
    assert isinstance(save, SaveBookmark)


def test_a_cap_on_contacts_holds_until_a_catalogue_states_none(play: Play) -> None:
    play.send(CatalogueChanged(Catalogue((MUG,)), (), contacts_per_day=6), 1.0)
    capped = play.floor.visit.contacts_per_day
    play.send(CatalogueChanged(Catalogue((MUG,)), ()), 2.0)
    assert (capped, play.floor.visit.contacts_per_day) == (6, None)


def test_a_screen_greets_for_as_long_as_its_catalogue_says_so(play: Play) -> None:
    play.send(CatalogueChanged(Catalogue((MUG,)), (), place="door"), 1.0)
    greeted = play.floor.visit.place
    play.send(CatalogueChanged(Catalogue((MUG,)), ()), 2.0)
    assert (greeted, play.floor.visit.place) == ("door", "")


def test_an_offer_that_is_no_more_leaves_the_screen(play: Play) -> None:
    play.bring()
    play.send(CatalogueChanged(Catalogue([MUG]), (POSTER,)), at=2.0)
    assert isinstance(play.scene, Attract)


def test_what_cannot_be_drawn_is_done_without_and_no_tap_keeps_it(play: Play) -> None:
    play.bring()
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


def test_a_doors_loop_says_where_a_phone_comes_in_for_as_long_as_its_catalogue_does(play: Play) -> None:
    door = "https://hub.example/visit/s"
    told: list[str | None] = []
    for playlist in ((POSTER,), ()):
        for visit_url in (door, None):
            play.send(CatalogueChanged(Catalogue((MUG,)), playlist, place="door", visit_url=visit_url))
            assert isinstance(play.scene, Attract)
            told.append(play.scene.visit_url)
    assert told == [door, None, door, None]
