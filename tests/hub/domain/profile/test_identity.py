from datetime import timedelta

import pytest
from sqlalchemy import func, select

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.handle import BROWSER, EMAIL, USER, Handle
from kiosk.hub.domain.profile.identity import find_known, recognise
from kiosk.hub.domain.profile.merge import undo_merge
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.members.member import Member, find_person, list_kin
from kiosk.hub.models.profile.identifier import list_identifiers
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, Dial

HOUR = timedelta(hours=1)


def _user(name: str) -> Handle:
    return Handle(USER, name, is_verified=True)


def _browser(name: str) -> Handle:
    return Handle(BROWSER, name, is_verified=True)


def _recognise(hub: Hub, *handles: Handle) -> str | None:
    with hub.database.write() as session:
        return recognise(hub, session, STORE, handles)


def _find_person(hub: Hub, key: str | None) -> str:
    with hub.database.read() as session:
        return find_person(session, session.get_one(Member, key)).key


def _count_merges(hub: Hub) -> int:
    with hub.database.read() as session:
        return session.scalar(select(func.count()).select_from(Merge)) or 0


def test_somebody_new_is_known_again_by_all_that_was_verified(hub: Hub) -> None:
    key = _recognise(hub, _user("u"), Handle(EMAIL, "e", is_verified=True), _browser("a"))

    assert key
    assert [_recognise(hub, one) for one in (_user("u"), Handle(EMAIL, "e", is_verified=True), _browser("a"))] == [
        key
    ] * 3


def test_nobody_is_known_by_what_was_only_said(hub: Hub) -> None:
    said = Handle(EMAIL, "e", is_verified=False)
    first = _recognise(hub, said, _browser("a"))
    second = _recognise(hub, said, _browser("b"))

    assert (_recognise(hub, said), first == second, _count_merges(hub)) == (None, False, 0)
    with hub.database.read() as session:
        assert find_known(session, STORE, [said]) == {}
        assert [one.is_verified for one in list_identifiers(session, [str(first)])] == [True, False]


def test_what_was_said_and_is_verified_later_becomes_hers(hub: Hub) -> None:
    key = _recognise(hub, Handle(EMAIL, "e", is_verified=False), _browser("a"))
    _recognise(hub, Handle(EMAIL, "e", is_verified=True), _browser("a"))

    with hub.database.read() as session:
        assert find_known(session, STORE, [Handle(EMAIL, "e", is_verified=True)]) == {key: EMAIL}


def test_who_signs_in_turns_out_to_be_who_browsed_before(hub: Hub, dial: Dial) -> None:
    account = _recognise(hub, _user("u"))
    dial.turn(HOUR)
    visitor = _recognise(hub, _browser("a"))
    together = _recognise(hub, _user("u"), _browser("a"))

    assert (together, _find_person(hub, visitor)) == (account, account)
    with hub.database.read() as session:
        assert session.scalars(select(Merge.evidence)).one() == [USER, BROWSER]


def test_a_card_that_the_shop_names_is_hers_and_a_known_one_makes_one_of_both(hub: Hub, dial: Dial) -> None:
    card = Handle("uid", A_HASH, is_verified=True)
    first = _recognise(hub, card, _browser("a"))
    dial.turn(HOUR)
    account = _recognise(hub, _user("u"))
    _recognise(hub, _user("u"), card)

    assert _find_person(hub, account) == first
    with hub.database.read() as session:
        member = find_member(session, STORE, "uid", A_HASH)
        assert member
        assert member.key == first


def test_a_browser_that_two_share_makes_no_one_person_of_them(hub: Hub) -> None:
    one = _recognise(hub, _user("u-1"), _browser("a"))
    other = _recognise(hub, _user("u-2"), _browser("a"))

    assert (one != other, _count_merges(hub)) == (True, 0)
    assert _recognise(hub, _browser("a")) == one


def test_what_was_undone_stays_undone_and_each_side_gets_its_own(hub: Hub, dial: Dial) -> None:
    visitor = _recognise(hub, _browser("a"))
    dial.turn(HOUR)
    account = _recognise(hub, _user("u"))
    _recognise(hub, _user("u"), _browser("a"))
    with hub.database.write() as session:
        undo_merge(hub, session, session.scalars(select(Merge)).one(), "mara")

    assert _recognise(hub, _user("u"), _browser("a")) == account
    with hub.database.read() as session:
        assert list_kin(session, str(visitor)) == [visitor]


@pytest.mark.parametrize("times", [1, 3])
def test_saying_it_again_changes_nothing(hub: Hub, times: int) -> None:
    keys = {_recognise(hub, _user("u"), Handle(EMAIL, "e", is_verified=False), _browser("a")) for _ in range(times)}

    assert len(keys) == 1
    with hub.database.read() as session:
        assert len(list_identifiers(session, [str(key) for key in keys])) == 3
