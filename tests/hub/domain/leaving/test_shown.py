"""She is charged what her phone showed her last: for lines that are hers, and never another sum."""

from datetime import timedelta
from decimal import Decimal

import pytest

from kiosk.hub.domain.basket.change import Accept, Add, Confirm, SetWay, UseUnit
from kiosk.hub.domain.benefits.ledger import MEMBER, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.ledger import STORE as OF_STORE
from kiosk.hub.domain.settlement.advance import advance_settlement
from kiosk.hub.models.catalogue.promotion import Promotion, set_promotions
from kiosk.hub.sample.shop import STORE
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Percentage
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.leaving.test_judgement import expect_asked
from tests.hub.domain.leaving.unclear import Step, set_offer
from tests.hub.domain.leaving.walker import Walker
from tests.hub.running import NOW

_HALF = Benefit("half", {"en": "half off"}, Percentage(Decimal(50)), StackGroup(1, "all"))


def promote(*benefits: Benefit) -> Step:
    """The store's table of promotions is replaced by these."""

    def change(walker: Walker) -> None:
        with walker.hub.database.write() as session:
            rows = [Promotion(store_id=STORE, id=one.id, benefit=one) for one in benefits]
            set_promotions(session, STORE, rows)

    return change


def spend_credit(walker: Walker) -> None:
    """By another card of hers, elsewhere."""
    with walker.hub.database.write() as session:
        cause = Cause("spent", "gift", "for a test")
        moves = (Move(MEMBER, walker.key, -300), Move(OF_STORE, "", 300))
        post(session, STORE, Posting(cause, "EUR", moves), walker.hub.now())


MEANWHILE: tuple[Step, ...] = (
    promote(),
    promote(_HALF, Benefit("more", {"en": "a tenth off"}, Percentage(Decimal(10)), StackGroup(2, "more"))),
    set_offer(valid_until=NOW + timedelta(minutes=3)),
    set_offer(gtin=None),
    spend_credit,
)
"""What makes another sum of the same lines between her last look and the door."""


def shop_for_less(walker: Walker) -> None:
    """What she carries is half off, and her credit pays for some of it."""
    promote(_HALF)(walker)
    walker.allow()
    walker.shop()
    walker.put(UseUnit("EUR", is_used=True))


@pytest.mark.parametrize("step", MEANWHILE)
def test_what_comes_to_another_sum_than_her_phone_showed_is_not_charged_as_a_door_sees_her(
    walker: Walker, step: Step
) -> None:
    shop_for_less(walker)
    step(walker)
    walker.dial.turn(timedelta(minutes=5))
    walker.walk_out()

    expect_asked(walker, "other_sum")


@pytest.mark.parametrize("step", MEANWHILE)
def test_nor_where_her_word_was_for_what_the_button_said(walker: Walker, step: Step) -> None:
    shop_for_less(walker)
    agreed = walker.look().bill
    step(walker)
    walker.dial.turn(timedelta(minutes=5))

    assert walker.end_visit(agreed) is None
    expect_asked(walker, "other_sum")


def test_a_button_that_said_nothing_of_money_charges_nothing(walker: Walker) -> None:
    walker.allow()
    walker.shop()

    assert walker.end_visit("") is None
    expect_asked(walker, "other_sum")


def test_who_looks_again_before_she_goes_is_charged_what_she_reads_then(walker: Walker) -> None:
    shop_for_less(walker)
    promote()(walker)
    walker.see()
    due = walker.look().due.amount
    walker.walk_out()

    assert walker.list_payments() == [("paid", "exit")]
    assert list(walker.provider.amounts.values()) == [due]


def test_a_page_that_renews_itself_in_a_pocket_shows_her_nothing(walker: Walker) -> None:
    shop_for_less(walker)
    promote()(walker)
    walker.see(is_seen=False)
    walker.walk_out()

    expect_asked(walker, "other_sum")


def test_what_a_page_in_a_pocket_showed_does_not_count_though_it_becomes_what_she_saw_before(walker: Walker) -> None:
    shop_for_less(walker)
    promote()(walker)
    walker.see(is_seen=False)
    promote(_HALF)(walker)
    walker.walk_out()

    expect_asked(walker, "other_sum")


def test_a_page_in_a_pocket_that_shows_the_same_takes_nothing_back(walker: Walker) -> None:
    shop_for_less(walker)
    walker.see(is_seen=False)
    walker.walk_out()

    assert walker.list_payments() == [("paid", "exit")]


def test_a_copy_of_her_card_fills_her_basket_and_charges_her_nothing(walker: Walker) -> None:
    walker.allow()
    walker.come_in()
    for _ in range(3):
        walker.scan_at_screen()
    walker.dial.turn(timedelta(minutes=1))
    walker.walk_out()

    expect_asked(walker, "at_screen")


@pytest.mark.parametrize("is_alike", [True, False])
def test_one_piece_of_somebody_else_among_hers_is_enough_and_looking_confirms_nothing(
    walker: Walker,
    is_alike: bool,  # noqa: FBT001 # a drawn value
) -> None:
    walker.allow()
    walker.shop()
    walker.scan_at_screen(PEN if is_alike else "04012345000016")
    walker.see()
    walker.walk_out()

    expect_asked(walker, "at_screen")


def test_nor_does_her_own_scan_of_the_same_or_another_way_for_it(walker: Walker) -> None:
    walker.allow()
    walker.come_in()
    walker.scan_at_screen()
    walker.put(Add(PEN), Add(PEN, "pick_up"))
    walker.put(*(SetWay(one.line.id, "take") for one in walker.look().lines if one.line.way == "pick_up"))
    walker.dial.turn(timedelta(minutes=1))
    walker.walk_out()

    assert [one.line.count for one in walker.look().lines] == [3]
    expect_asked(walker, "at_screen")


def test_what_she_confirms_on_her_phone_is_hers_and_is_charged(walker: Walker) -> None:
    walker.allow()
    walker.come_in()
    walker.scan_at_screen()
    walker.put(Confirm(walker.look().shown))
    walker.dial.turn(timedelta(minutes=1))
    charged = walker.end_visit(walker.look().bill)
    assert charged
    advance_settlement(walker.hub, charged)

    assert walker.list_payments() == [("paid", "word")]


def test_who_agrees_to_new_prices_alone_has_not_said_whose_it_is(walker: Walker) -> None:
    walker.allow()
    walker.come_in()
    walker.scan_at_screen()
    walker.put(Accept(walker.look().shown))
    walker.dial.turn(timedelta(minutes=1))
    walker.walk_out()

    expect_asked(walker, "at_screen")


def test_what_comes_while_she_confirms_is_not_confirmed_by_that(walker: Walker) -> None:
    walker.allow()
    walker.come_in()
    walker.scan_at_screen()
    shown = walker.look().shown
    walker.scan_at_screen()
    walker.put(Confirm(shown))
    walker.dial.turn(timedelta(minutes=1))
    walker.walk_out()

    expect_asked(walker, "at_screen")


def test_what_she_reads_after_a_door_saw_her_is_not_what_she_went_for(walker: Walker) -> None:
    shop_for_less(walker)
    walker.pass_exit()
    promote()(walker)
    walker.dial.turn(timedelta(minutes=5))
    walker.see()
    walker.leave(timedelta(minutes=5))

    expect_asked(walker, "other_sum")


def test_what_she_reads_after_she_put_something_in_behind_a_door_counts_again(walker: Walker) -> None:
    shop_for_less(walker)
    walker.pass_exit()
    walker.dial.turn(timedelta(minutes=1))
    walker.put(Add(PEN))
    walker.dial.turn(timedelta(minutes=1))
    walker.walk_out()

    assert walker.list_payments() == [("paid", "exit")]
