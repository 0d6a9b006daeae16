from decimal import Decimal

import pytest
from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.contract.money import Money
from kiosk.contract.offer import Budget
from kiosk.core.events import (
    ShoppersChanged,
    ShownRecalled,
    Ticked,
)
from kiosk.core.glass.scene import Attract, tell_offer
from kiosk.offers.crowd import Crowd
from kiosk.offers.shown import DAY_S, NOTHING_SHOWN
from tests.doubles.shop_floor import MONDAY, MUG, MUG_ITEM, POSTER, RULES, Play, make_shopper


@pytest.fixture
def play() -> Play:
    return Play.of_shop()


def test_a_shopper_who_withdrew_is_forgotten_at_once(play: Play) -> None:
    play.bring()
    play.send(ShoppersChanged(Crowd({})), at=1.5)
    assert isinstance(play.scene, Attract)
    assert not play.floor.visit.visitors


def test_nothing_is_remembered_of_a_shopper_who_withdrew(play: Play) -> None:
    play.bring()
    play.send(ShoppersChanged(Crowd({"ben": make_shopper("ben", "outdoor")})), at=2.0)
    assert play.floor.visit.shown.tallies == {}


def test_a_shopper_list_without_the_one_who_left_changes_nothing_for_the_others(play: Play) -> None:
    offering = play.bring()
    others = {key: shopper for key, shopper in play.floor.shoppers.items() if key != "ben"}
    play.send(ShoppersChanged(Crowd(others)), at=1.5)
    assert play.scene == offering


def test_what_was_shown_is_forgotten_though_nobody_comes(play: Play) -> None:
    play.bring()
    play.send(Ticked(), at=1.0 + DAY_S)
    assert play.floor.visit.shown.tallies == {}


def test_what_was_shown_in_an_earlier_life_counts(play: Play) -> None:
    today = RULES.tell_local(Instant(0.0, MONDAY, "id")).date()
    play.send(ShownRecalled(NOTHING_SHOWN.record("anna", "boots", today, -60.0)))
    assert play.bring().offer == MUG


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
    assert (known.floor.visit.shown.tallies, lost.floor.visit.shown) == ({}, shown)
