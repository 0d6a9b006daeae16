"""Taps at a screen that greets: at a door, or at the desk where orders lie."""

from datetime import timedelta

import pytest

from kiosk.contract.credential import Credential, CredentialKind
from kiosk.core.effects import AnnounceTap, SendCheckIn, TapOutcome
from kiosk.core.events import CardTapped, CatalogueChanged, OrdersCalled, Ticked
from kiosk.core.glass.scene import Called, Hint
from kiosk.core.visit.greeted import GREETED_S
from kiosk.offers.catalogue import Catalogue
from tests.core.visit.test_taps import tap
from tests.doubles.shop_floor import BOOTS, CARD, MONDAY, MUG, MUG_ITEM, OTHER_CARD, POSTER, Play


def test_at_a_door_who_could_keep_nothing_is_welcomed_and_comes_in() -> None:
    play = Play.of_shop((BOOTS,), (POSTER,))
    play.send(CatalogueChanged(Catalogue((BOOTS,)), (POSTER,), place="door"), at=1.0)
    announced, told = play.send(CardTapped(CARD, felt_at=2.0), at=2.5)
    assert announced == AnnounceTap(None, None, TapOutcome.NOTHING_TO_SAVE, 2.0)
    assert isinstance(told, SendCheckIn)
    check_in = told.check_in
    assert (check_in.store, check_in.screen, check_in.language) == ("berlin", "window-1", "de")
    assert (check_in.credential, check_in.tapped_at) == (CARD, MONDAY + timedelta(seconds=2))
    assert play.scene.hint is Hint.WELCOME


def test_a_card_is_greeted_once_and_a_greeting_that_stands_there_is_enough() -> None:
    play = Play.of_shop()
    play.send(CatalogueChanged(Catalogue((BOOTS,)), (POSTER,), place="door"), at=1.0)
    hints: list[object] = []
    for at, card in ((2.0, CARD), (3.0, OTHER_CARD), (20.0, CARD), (40.0, OTHER_CARD), (60.0 + GREETED_S, CARD)):
        play.send(Ticked(), at=at)
        play.send(CardTapped(card, felt_at=at), at=at)
        hints.append(play.scene.hint)

    assert hints == [Hint.WELCOME, Hint.CARD_READ, Hint.CARD_READ, Hint.CARD_READ, Hint.WELCOME]


@pytest.mark.parametrize(("kind", "hint"), [("sun", Hint.FAREWELL), ("uid", Hint.CARD_READ), ("ndef", Hint.CARD_READ)])
def test_at_an_exit_a_card_that_may_be_a_copy_is_only_read(kind: CredentialKind, hint: Hint) -> None:
    play = Play.of_shop((BOOTS,), (POSTER,))
    play.send(CatalogueChanged(Catalogue((BOOTS,)), (POSTER,), place="exit"), at=1.0)
    _, told = play.send(CardTapped(Credential(kind, "a" * 64), felt_at=2.0), at=2.5)

    assert isinstance(told, SendCheckIn)
    assert play.scene.hint is hint


def test_who_ordered_something_is_called_by_its_code_for_a_moment() -> None:
    play = Play.of_shop((BOOTS,), (POSTER,))
    assert play.send(OrdersCalled(("K7Q4",)), at=3.0) == ()
    called = play.scene.hint
    play.send(Ticked(), at=9.0)
    assert (called, play.scene.hint) == (Called(("K7Q4",)), None)


def test_a_door_that_shows_an_offer_keeps_it_as_any_screen_does() -> None:
    play = Play.of_shop((MUG,), (MUG_ITEM,))
    play.send(CatalogueChanged(Catalogue((MUG,)), (MUG_ITEM,), place="door"), at=1.0)
    assert tap(play, 2.0).offer == "mug"
