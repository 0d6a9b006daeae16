from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.profile.diary import Origin, keep_fact
from kiosk.hub.domain.profile.fact import Detail, Fact
from kiosk.hub.domain.profile.merge import undo_merge
from kiosk.hub.domain.profile.timeline import MOST, read_timeline
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.models.profile.profile_event import ProfileEvent
from kiosk.hub.models.profile.stay import Stay
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.profile.facts import make_fact, make_order
from tests.hub.running import A_HASH, NOW, Dial
from tests.hub.shop_window import WebShop, add_source, make_message


@pytest.fixture
def shop(hub: Hub) -> WebShop:
    return WebShop(hub, add_source(hub))


def _list_kinds(hub: Hub, key: str) -> list[str]:
    with hub.database.read() as session:
        return [entry.kind for entry in read_timeline(session, session.get_one(Member, key), hub.now()).entries]


def _find_key(hub: Hub) -> str:
    with hub.database.read() as session:
        return session.scalars(select(ProfileEvent.member_key)).first() or ""


def test_what_she_did_what_she_allowed_and_what_came_of_it_is_told_the_latest_first(
    hub: Hub, shop: WebShop, dial: Dial
) -> None:
    shop.tell(make_message(1))
    dial.turn(timedelta(hours=1))
    key = _find_key(hub)
    with hub.database.write() as session:
        session.add(Stay(store_id=STORE, segment_id="it", member_key=key, since=hub.now(), left_at=hub.now()))

    assert sorted(_list_kinds(hub, key)[:2]) == ["entered", "left"]
    assert sorted(_list_kinds(hub, key)[2:]) == ["allowed", "joined", "viewed"]


def test_goods_that_were_brought_back_are_told_as_that(hub: Hub, shop: WebShop) -> None:
    shop.tell(make_message(1))
    key = _find_key(hub)
    with hub.database.write() as session:
        keep_fact(session, Origin(STORE, "shop", "r"), key, make_order("r", "-5.00", 1, "bought"))

    assert "returned" in _list_kinds(hub, key)


def test_two_who_turned_out_to_be_one_have_one_timeline_until_that_is_undone(
    hub: Hub, shop: WebShop, dial: Dial
) -> None:
    shop.tell(make_message(1, userId=None, anonymousId="a"))
    dial.turn(timedelta(hours=1))
    shop.tell(make_message(2), make_message(3, type="identify", anonymousId="a"))
    key = _find_key(hub)
    together = _list_kinds(hub, key)
    with hub.database.write() as session:
        undo_merge(hub, session, session.scalars(select(Merge)).one(), "mara")
    apart = _list_kinds(hub, key)

    assert (together.count("viewed"), together.count("joined"), together.count("merged")) == (2, 1, 1)
    assert (apart.count("viewed"), apart.count("parted")) == (1, 1)


def test_what_she_kept_and_bought_is_told_by_the_offers_name(hub: Hub) -> None:
    with hub.database.write() as session:
        bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))
        bookmark.redeemed_at = NOW
        session.flush()
        member = find_member(session, STORE, "uid", A_HASH)
        assert member
        entries = read_timeline(session, member, NOW).entries

    assert {entry.kind: entry.titles.get("de") for entry in entries} == {
        "kept": "Steinzeugbecher",
        "redeemed": "Steinzeugbecher",
        "joined": None,
    }


def test_a_long_life_is_told_page_by_page(hub: Hub, shop: WebShop) -> None:
    shop.tell(make_message(1))
    key = _find_key(hub)
    with hub.database.write() as session:
        for number in range(MOST):
            keep_fact(session, Origin(STORE, "shop", f"e-{number}"), key, make_fact("viewed", number / 10 + 1))
        member = session.get_one(Member, key)
        first = read_timeline(session, member, NOW)
        second = read_timeline(session, member, NOW, first.before)

    assert (len(first.entries), len(second.entries), second.before) == (MOST, 3, None)
    assert first.entries[-1].at > second.entries[0].at


def test_of_one_moment_each_is_told_once_over_several_pages(hub: Hub, shop: WebShop) -> None:
    shop.tell(make_message(1))
    key = _find_key(hub)
    told: list[str] = []
    with hub.database.write() as session:
        for number in range(2 * MOST + 5):
            keep_fact(
                session, Origin(STORE, "shop", f"e-{number}"), key, Fact("other", NOW, Detail(what=f"w-{number}"))
            )
        member = session.get_one(Member, key)
        page = read_timeline(session, member, NOW)
        while page.before:
            told += [entry.what for entry in page.entries]
            page = read_timeline(session, member, NOW, page.before)
    told += [entry.what for entry in page.entries]

    assert sorted(what for what in told if what.startswith("w-")) == sorted(f"w-{n}" for n in range(2 * MOST + 5))
