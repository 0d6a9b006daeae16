"""Whom an exit sees go she herself is told of at once, and what she was not told is not charged."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.screens.visit_count import STAY
from kiosk.hub.domain.visit.sighting import see_visitor
from kiosk.hub.domain.visit.visit import find_running
from kiosk.hub.models.members.consent import Consent, give_consent
from kiosk.hub.models.screens.screen import list_screens
from kiosk.hub.models.screens.screen_state import hear_screen
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.visit.visit import Visit
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.leaving.test_departure import forget_pages
from tests.hub.domain.leaving.test_judgement import expect_asked
from tests.hub.domain.leaving.unclear import set_article
from tests.hub.domain.leaving.walker import Walker
from tests.hub.running import NOW

_MINUTE = timedelta(minutes=1)


def list_going(walker: Walker) -> list[str]:
    return walker.list_told("you have just left")


def find_visit(walker: Walker) -> Visit:
    with walker.hub.database.write() as session:
        visit = find_running(walker.hub, session, walker.get_member(session))
        assert visit
        return visit


def test_she_is_told_at_once_what_she_is_charged_and_when_and_where_to_say_that_she_is_still_there(
    walker: Walker,
) -> None:
    walker.allow()
    walker.shop()
    walker.pass_exit()
    (told,) = list_going(walker)

    assert "€22.90" in told
    assert "From 10:12 on" in told  # it is 10:02 in Berlin
    assert f"/visit/{STORE}" in told
    assert walker.list_payments() == []


def test_told_of_it_again_while_she_stands_there_she_is_told_once(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    for minutes in range(3):
        walker.pass_exit(stay=timedelta(seconds=10 * minutes))

    assert len(list_going(walker)) == 1


def test_who_presses_that_she_is_still_there_is_not_charged_and_told_anew_as_she_goes(walker: Walker) -> None:
    """Whoever holds a copy of her beacon to an exit charges nobody who is inside, and looks."""
    walker.allow()
    walker.shop()
    walker.pass_exit()
    walker.stay_here()
    walker.leave()
    still_there = walker.list_payments()
    walker.walk_out()

    assert still_there == []
    assert len(list_going(walker)) == 2
    assert walker.list_payments() == [("paid", "exit")]


def test_who_scans_on_is_told_the_new_sum_as_she_goes_again(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.pass_exit()
    walker.dial.turn(_MINUTE)
    walker.put(Add(PEN))
    due = walker.look().due.amount
    walker.walk_out()

    assert len(list_going(walker)) == 2
    assert walker.list_payments() == [("paid", "exit")]
    assert list(walker.provider.amounts.values()) == [due]


def test_who_carries_nothing_out_is_told_nothing(walker: Walker) -> None:
    walker.allow()
    walker.come_in()
    walker.pass_exit()

    assert list_going(walker) == []
    assert find_visit(walker).told == ""


def test_what_was_unclear_as_she_went_is_not_charged_though_it_is_clear_by_now(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    set_article(min_age=18)(walker)
    walker.pass_exit()
    set_article(min_age=None)(walker)
    walker.leave()

    assert list_going(walker) == []
    expect_asked(walker, "untold")


def test_whom_nobody_can_tell_nothing_is_charged(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    forget_pages(walker)
    walker.pass_exit()
    walker.open_page(is_hers=True)
    walker.leave()

    assert list_going(walker) == []
    expect_asked(walker, "untold")


@pytest.mark.parametrize("is_revoked", [False, True])
def test_a_screen_that_is_silent_may_have_seen_her_inside(
    walker: Walker,
    is_revoked: bool,  # noqa: FBT001 # a drawn value
) -> None:
    """It tells of her once it is back; one that may come in no more has nothing to tell."""
    walker.allow()
    walker.shop()
    walker.pass_exit()
    walker.dial.turn(timedelta(minutes=10))
    with walker.hub.database.write() as session:
        first, *others = list_screens(session, STORE)
        first.revoked_at = walker.hub.now() if is_revoked else None
        for screen in others:
            hear_screen(session, STORE, screen.id, walker.hub.now())
    walker.close()

    if is_revoked:
        assert walker.list_payments() == [("paid", "exit")]
    else:
        expect_asked(walker, "screen_silent")


def test_who_stands_before_a_screen_inside_as_an_exit_saw_her_beacon_is_not_charged_though_the_stay_goes_on(
    walker: Walker,
) -> None:
    """Its screen tells of her while she stands there, from when she came on."""
    walker.allow()
    walker.shop()
    walker.pass_exit()
    since = walker.dial.time + _MINUTE
    walker.dial.turn(timedelta(minutes=9))
    stay = Event(
        store_id=STORE,
        screen_id="window-2",
        id="e",
        type=STAY,
        source="/s",
        happened_at=since,
        received_at=walker.dial.time,
        data={"shopper": walker.key, "seconds": 120},
    )
    with walker.hub.database.write() as session:
        allow_beacon(walker, session)
        assert see_visitor(walker.hub, session, stay) is None
    walker.leave()

    assert walker.list_payments() == []


def allow_beacon(walker: Walker, session: Session) -> None:
    member = walker.get_member(session)
    consent = Consent(member_key=member.key, purpose=PROXIMITY, given_at=NOW, text_version="2026-11", source="phone")
    give_consent(session, member, consent)


def test_by_her_own_word_she_goes_whichever_screen_is_silent(walker: Walker) -> None:
    walker.allow()
    walker.shop()
    walker.dial.turn(timedelta(minutes=10))

    assert walker.end_visit(walker.look().bill)
