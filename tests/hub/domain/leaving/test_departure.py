from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from kiosk.hub.domain.leaving.departure import find_way_out
from kiosk.hub.domain.leaving.sweep import close_silent
from kiosk.hub.domain.settlement.advance import advance_settlement
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.domain.visit.visit import EXIT_PATIENCE, PATIENCE, find_running
from kiosk.hub.models.conversation.claim import get_claim_of
from kiosk.hub.models.settlement.exit_pass import ExitPass
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.models.visit.visit import Visit
from tests.hub.domain.leaving.at_exit import hear_screens
from tests.hub.domain.leaving.walker import Walker
from tests.hub.running import NOW


def list_passes(walker: Walker) -> list[ExitPass]:
    with walker.hub.database.read() as session:
        return list(session.scalars(select(ExitPass)))


def test_whom_an_exit_saw_go_is_charged_once_and_told_how_much_and_what_to_do(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.walk_out()
    (told,) = walker.list_told()

    assert walker.list_payments() == [("paid", "exit")]
    assert [one.state for one in walker.provider.charges.values()] == ["approved"]
    assert list(walker.provider.amounts.values()) == [Decimal("22.90")]
    assert walker.provider.asked.count("begin") == 1
    assert all(part in told for part in ("€22.90", "receipt no. 1", "/receipt", "just answer here"))
    assert walker.read_coupon() == "redeemed"
    assert walker.look().lines == ()


def test_who_says_that_she_goes_is_charged_at_once_and_has_a_pass_for_the_exit(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    charged = walker.end_visit(walker.look().bill)
    assert charged
    advance_settlement(walker.hub, charged)
    walker.leave(PATIENCE)

    assert walker.list_payments() == [("paid", "word")]
    assert [one.pieces for one in list_passes(walker)] == [1]


def test_who_is_out_already_has_no_pass_that_would_let_another_bag_out(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.walk_out()

    assert walker.list_payments() == [("paid", "exit")]
    assert list_passes(walker) == []


def test_two_closers_at_once_charge_her_once(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.pass_exit()
    walker.dial.turn(EXIT_PATIENCE)
    hear_screens(walker.hub)
    with ThreadPoolExecutor(4) as pool:
        for work in (close_silent, sweep_settlements):
            list(pool.map(work, [walker.hub] * 4))

    assert walker.list_payments() == [("paid", "exit")]
    assert len(walker.list_told()) == 1


def test_a_visit_that_a_look_at_its_page_closed_is_charged_all_the_same(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.pass_exit()
    walker.dial.turn(EXIT_PATIENCE)
    with walker.hub.database.write() as session:
        assert find_running(walker.hub, session, walker.get_member(session)) is None
    walker.leave(timedelta())

    assert walker.list_payments() == [("paid", "exit")]


def test_what_her_bank_declines_is_ended_and_she_is_asked_and_it_is_never_tried_again(walker: Walker) -> None:
    walker.allow()
    walker.provider.declines = True
    walker.shop()
    walker.walk_out()
    walker.leave(timedelta(days=1))

    assert walker.list_payments() == [("released", "exit")]
    assert [one.state for one in walker.provider.charges.values()] == ["ended"]
    assert walker.provider.asked.count("begin") == 1
    assert ["your bank did not agree" in text for text in walker.list_told()] == [True]
    assert walker.read_coupon() == "issued"
    assert walker.look().is_payable


def test_what_is_taken_back_before_the_provider_hears_of_it_is_not_charged(walker: Walker) -> None:
    walker.leave_unbegun()
    walker.revoke()
    sweep_settlements(walker.hub)

    assert walker.list_payments() == [("released", "exit")]
    assert "begin" not in walker.provider.asked
    assert ["Nothing is charged by itself" in text for text in walker.list_told()] == [True]


def test_who_holds_her_card_to_a_door_has_not_left_by_it(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.pass_door()
    walker.leave()
    still_there = walker.list_told()
    walker.leave(PATIENCE)

    assert (still_there, walker.list_payments()) == ([], [])
    assert ["for certain that you left" in text for text in walker.list_told()] == [True]


@pytest.mark.allow_log("kiosk.hub.domain.settlement.sweep: ")  # the provider is away
def test_a_provider_that_is_away_is_asked_again_and_takes_it_once(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.provider.mute = True
    walker.walk_out()
    unclear = walker.list_payments()
    walker.provider.mute = False
    walker.leave(timedelta(minutes=1))

    assert unclear == [("asked", "exit")]
    assert walker.list_payments() == [("paid", "exit")]
    assert walker.provider.asked.count("begin") == 1
    assert len(walker.list_told()) == 1


@pytest.mark.allow_log("kiosk.hub.domain.settlement.sweep: ")  # the provider is away
def test_one_that_stays_away_for_too_long_is_told_to_let_it_be_and_she_is_asked(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.provider.deaf = True
    walker.walk_out()
    walker.leave(timedelta(minutes=20))
    walker.provider.deaf = False
    walker.leave(timedelta(minutes=10))

    assert walker.list_payments() == [("released", "exit")]
    assert walker.provider.charges == {}
    assert ["your bank did not agree" in text for text in walker.list_told()] == [True]


def test_once_it_is_taken_back_the_next_visit_is_only_asked_about(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.walk_out()
    walker.revoke()
    walker.dial.turn(timedelta(days=1))
    walker.shop()
    walker.walk_out()

    assert walker.list_payments() == [("paid", "exit")]
    assert "Nothing is charged by itself" in walker.list_told()[-1]


def test_without_a_page_that_is_hers_alone_nothing_is_charged_and_nothing_told(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    forget_pages(walker)
    walker.walk_out()

    assert (walker.list_payments(), walker.list_told()) == ([], [])


def forget_pages(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        get_claim_of(session, walker.coupon).browser_hash = "x" * 64


def test_a_second_visit_that_began_meanwhile_goes_on_as_the_first_is_charged(walker: Walker) -> None:
    walker.leave_unbegun()
    walker.come_in()
    sweep_settlements(walker.hub)

    assert walker.list_payments() == [("paid", "exit")]
    with walker.hub.database.write() as session:
        assert find_running(walker.hub, session, walker.get_member(session))


@pytest.mark.parametrize(
    ("ended_by", "exit_minutes", "expected"),
    [
        ("ended", None, "word"),
        ("left", 0, "exit"),
        ("left", -1, None),
        ("left", None, None),
        ("night", 0, None),
    ],
)
def test_silence_alone_says_nothing_of_how_she_left(
    ended_by: str, exit_minutes: int | None, expected: str | None
) -> None:
    visit = Visit(id="v", store_id="s", member_key="m", way="card", began_at=NOW, seen_at=NOW)
    visit.ended_at, visit.ended_by = NOW, ended_by
    visit.exit_at = None if exit_minutes is None else NOW + timedelta(minutes=exit_minutes)

    assert find_way_out(visit) == expected


def test_what_was_charged_is_a_sale_like_any_other(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.walk_out()
    with walker.hub.database.read() as session:
        row = session.scalars(select(Settlement)).one()

    assert (row.number, row.provider, row.means) == (1, "moody", next(iter(walker.provider.means.values())).ref)
