from datetime import timedelta

import msgspec
import pytest
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.domain.benefits.coupon_life import count_taken
from kiosk.hub.domain.benefits.programme import Coupons, Programme
from kiosk.hub.domain.handshake.gift import count_left, give_coupon
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.models.benefits.programme import set_programme
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.message import list_all_messages
from kiosk.hub.models.members.member import Member
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.handshake.meetings import SAM, share, welcome
from tests.hub.running import NOW, Dial


def _allow(session: Session, count: int) -> None:
    programme = Programme(coupons=Coupons(per_clerk_day=count))
    set_programme(session, STORE, msgspec.to_builtins(programme), NOW)


def test_a_coupon_comes_from_the_stores_stock_once_and_is_said_once(hub: Hub) -> None:
    with hub.database.write() as session:
        customer = welcome(hub, session)
        handshake, lamp = share(hub, session, customer), session.get_one(Offer, "o-lamp")
        given, again = (give_coupon(hub, session, handshake, lamp, "gift-1") for _ in range(2))
        said = [one.text for one in list_all_messages(session, customer.bookmark.conversation_id)]

        assert given is again
        assert find_faults(session) == []
        assert (given.member_key, given.state, given.was_known) == (customer.member.key, "issued", True)
        assert count_taken(session, STORE, ["o-lamp"]) == {"o-lamp": 1}
        assert said[1:] == ["Für Sie hinterlegt: „Pilzleuchte“. Den Code für die Kasse finden Sie hier."]


def test_each_of_the_staff_gives_as_many_a_day_as_the_manager_says(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:
        _allow(session, 1)
        handshake, lamp = share(hub, session, welcome(hub, session)), session.get_one(Offer, "o-lamp")
        give_coupon(hub, session, handshake, lamp, "gift-1")
        left = [count_left(hub, session, STORE, clerk) for clerk in (SAM.id, "w_nils")]
        with pytest.raises(Problem) as spent:
            give_coupon(hub, session, handshake, lamp, "gift-2")
        dial.turn(timedelta(days=1))

        assert (left, spent.value.code) == ([0, 1], "gifts_spent")
        assert count_left(hub, session, STORE, SAM.id) == 1


def test_what_was_given_is_counted_when_the_member_is_erased(hub: Hub) -> None:
    with hub.database.write() as session:
        _allow(session, 1)
        customer = welcome(hub, session)
        give_coupon(hub, session, share(hub, session, customer), session.get_one(Offer, "o-lamp"), "gift-1")
    with hub.database.erase() as session:
        erase_member(hub, session, session.get_one(Member, customer.member.key))
    with hub.database.write() as session:
        handshake = share(hub, session, welcome(hub, session, "c" * 64, "b-2"))
        with pytest.raises(Problem) as spent:
            give_coupon(hub, session, handshake, session.get_one(Offer, "o-lamp"), "gift-2")

    assert spent.value.code == "gifts_spent"


def test_a_manager_may_let_nobody_give_any(hub: Hub) -> None:
    with hub.database.write() as session:
        _allow(session, 0)

        assert count_left(hub, session, STORE, SAM.id) == 0


def test_a_spent_budget_is_spent_at_the_counter_too(hub: Hub) -> None:
    with hub.database.write() as session:
        handshake, mug = share(hub, session, welcome(hub, session)), session.get_one(Offer, "o-mug")
        assert mug.budget
        mug.budget = msgspec.structs.replace(mug.budget, left=mug.budget.each)
        session.flush()
        with pytest.raises(Problem) as spent:
            give_coupon(hub, session, handshake, mug, "gift-1")

        assert spent.value.code == "budget_spent"
