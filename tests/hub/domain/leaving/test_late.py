"""What happens once she left, or is only found later, charges her nothing."""

from datetime import timedelta

import pytest

from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.visit.visit import EXIT_PATIENCE, find_running
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.leaving.test_judgement import expect_asked
from tests.hub.domain.leaving.walker import Walker


def close_by_a_look(walker: Walker) -> None:
    """Her page is opened, and the hub has not settled yet what became of her visit."""
    walker.pass_exit()
    walker.dial.turn(EXIT_PATIENCE)
    with walker.hub.database.write() as session:
        assert find_running(walker.hub, session, walker.get_member(session)) is None
    walker.dial.turn(timedelta(seconds=10))


def test_what_she_scans_after_her_visit_ended_is_not_what_she_carried_out_of_it(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    close_by_a_look(walker)
    walker.put(Add(PEN))
    walker.leave(timedelta())

    expect_asked(walker, "late")


def test_who_is_in_the_store_again_is_not_charged_for_having_left(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    close_by_a_look(walker)
    walker.come_in()
    walker.leave(timedelta())

    expect_asked(walker, "late")


@pytest.mark.parametrize(("away", "charged"), [(timedelta(hours=1), 1), (timedelta(hours=1, seconds=1), 0)])
def test_a_hub_that_was_down_for_longer_than_an_hour_charges_nobody_any_more(
    walker: Walker, away: timedelta, charged: int
) -> None:
    walker.allow()
    walker.shop()
    walker.pass_exit()
    walker.leave(away)

    assert len(walker.list_payments()) == charged
    if not charged:
        expect_asked(walker, "late")
