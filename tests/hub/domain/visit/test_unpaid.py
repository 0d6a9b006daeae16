from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add
from kiosk.hub.domain.leaving.sweep import close_silent
from kiosk.hub.domain.visit.visit import PATIENCE, Arrival, check_in
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.settlement.settlement import Settlement
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.benefits.own_page import open_in
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial


@pytest.fixture
def till(hub: Hub) -> PhoneTill:
    """Her phone, on which she opened what she kept."""
    till = PhoneTill(hub, MoodyProvider())
    read_kept(till, is_hers=True)
    return till


def read_kept(till: PhoneTill, *, is_hers: bool) -> None:
    """What she kept is read in a browser, by which the store knows her or not."""
    with till.hub.database.read() as session:
        bookmark = session.get_one(Bookmark, till.coupon)
    open_in(till.hub, bookmark, "p" * 64, is_hers=is_hers)


def come_in(till: PhoneTill) -> None:
    with till.hub.database.write() as session:
        check_in(till.hub, session, till.get_member(session), Arrival("card", till.hub.now()))


def leave(till: PhoneTill, dial: Dial) -> list[str]:
    """Nothing is heard of her for an hour; what she was asked by then."""
    dial.turn(PATIENCE)
    for _ in range(2):
        close_silent(till.hub)
    with till.hub.database.read() as session:
        return [text for text in session.scalars(select(Message.text)) if "not paid for" in text]


def test_who_left_with_something_unpaid_is_asked_once_for_each_visit_and_nothing_is_charged(
    till: PhoneTill, dial: Dial
) -> None:
    come_in(till)
    till.put(Add(PEN))
    first = leave(till, dial)
    come_in(till)
    again = leave(till, dial)

    assert (len(first), len(again)) == (1, 1)
    assert "Nothing is charged by itself" in first[0]
    with till.hub.database.read() as session:
        assert session.scalars(select(Settlement)).all() == []
    assert till.provider.asked == []


def test_what_she_paid_for_or_pays_for_or_does_not_carry_is_nothing_to_ask_about(till: PhoneTill, dial: Dial) -> None:
    told = list[list[str]]()
    for change, is_paid in ((Add(PEN), True), (Add(PEN, "home"), False)):
        come_in(till)
        till.put(change)
        if is_paid:
            till.pay()
        told.append(leave(till, dial))
    come_in(till)
    till.put(Add(PEN))
    till.begin(address="Anna")
    told.append(leave(till, dial))

    assert told == [[], [], []]


def test_what_lay_there_before_she_came_is_nothing_to_ask_about(till: PhoneTill, dial: Dial) -> None:
    till.put(Add(PEN))
    dial.turn(timedelta(minutes=1))
    come_in(till)

    assert leave(till, dial) == []


def test_a_page_that_a_stranger_may_read_says_nothing_of_her_basket(hub: Hub, dial: Dial) -> None:
    till = PhoneTill(hub, MoodyProvider())
    read_kept(till, is_hers=False)
    come_in(till)
    till.put(Add(PEN))

    assert leave(till, dial) == []
