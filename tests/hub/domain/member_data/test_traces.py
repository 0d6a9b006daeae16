from datetime import timedelta

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.member_data.traces import find_traces
from kiosk.hub.domain.profile.merge import merge_members
from kiosk.hub.models.benefits.referral import Referral
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.member_data.known_well import ADDRESS, BOUGHT, BROWSER, OPEN, SERIAL, get_to_know
from tests.hub.running import NOW


def test_all_that_she_is_known_by_is_found(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.read() as session:
        traces = find_traces(session, session.get_one(Member, known.key), NOW)

    assert (traces.keys, traces.bookmarks, traces.browsers) == ([known.key], [OPEN, BOUGHT], [BROWSER])
    assert (traces.addresses, traces.serials, len(traces.messages)) == ([ADDRESS], [SERIAL], 4)
    assert {f"login:{known.key}:2026-11-22", f"check_in:{known.key}:2026-11-22"} <= set(traces.occasions)


def test_whoever_she_turned_out_to_be_is_found_by_any_of_her_keys(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        later = Member(key="s_later", store_id=STORE, joined_at=NOW + timedelta(days=1), language="de", segments=[])
        session.add(later)
        session.flush()
        merge_members(hub, session, known.key, "s_later", ["user"])
        found = [find_traces(session, session.get_one(Member, key), NOW).keys for key in (known.key, "s_later")]

    assert found == [sorted((known.key, "s_later"))] * 2


def test_what_her_referrer_was_given_because_of_her_names_her(hub: Hub) -> None:
    friend, referrer = get_to_know(hub), "s_referrer"
    cause = Cause(f"referral:{friend.key}/friend", "referral", "for each time")
    with hub.database.write() as session:
        session.add(Member(key=referrer, store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        session.add(Referral(friend_key=friend.key, referrer_key=referrer, made_at=NOW))
        paid = post(session, STORE, make_gift(cause, "points", referrer, 5), NOW)
        traces = find_traces(session, session.get_one(Member, friend.key), NOW)

    assert paid in traces.postings
    assert f"referral:{friend.key}" in traces.occasions
