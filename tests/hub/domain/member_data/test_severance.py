from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.severance import sever_mentions, sever_rows
from kiosk.hub.domain.member_data.traces import Traces, find_traces
from kiosk.hub.domain.outside.announcement import announce_withdrawn
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.outside.webhook_event import WebhookEvent
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.models.store.event import Event
from tests.hub.domain.member_data.known_well import get_to_know
from tests.hub.running import NOW
from tests.hub.told_webhooks import add_webhook


def _find(hub: Hub, key: str) -> Traces:
    with hub.database.read() as session:
        return find_traces(session, session.get_one(Member, key), NOW)


def test_of_what_the_law_keeps_nothing_says_whose_it_was(hub: Hub) -> None:
    traces = _find(hub, get_to_know(hub).key)
    with hub.database.write() as session:
        before = session.query(LedgerPosting).count()
        sever_mentions(session, traces)
        sever_rows(session, traces, hub.mint)
    with hub.database.read() as session:
        keys = session.scalars(select(LedgerPosting.key).where(LedgerPosting.id.in_(traces.postings))).all()

        assert [row.member_key for row in session.scalars(select(Receipt))] == [None]
        assert session.query(LedgerPosting).count() == before
        assert len(keys) == len(traces.postings) > 3
        assert all(key.startswith("erased:") for key in keys)


def test_a_screens_event_of_her_tap_names_no_bookmark_any_more(hub: Hub) -> None:
    traces = _find(hub, get_to_know(hub).key)
    with hub.database.write() as session:
        sever_mentions(session, traces)
        told = [event.data for event in session.scalars(select(Event).order_by(Event.id))]

    assert [(data["bookmark"], data["outcome"]) for data in told] == [(None, "saved")] * 2


def test_what_waits_to_be_told_of_her_is_told_no_more_and_what_of_others_is(hub: Hub) -> None:
    add_webhook(hub, "w", "kiosk.consent.withdrawn")
    known = get_to_know(hub)
    with hub.database.write() as session:
        other = session.scalars(select(Member).where(Member.key != known.key)).first()
        assert other
        for member in (session.get_one(Member, known.key), other):
            announce_withdrawn(hub, session, member, "proximity")
    with hub.database.write() as session:
        sever_mentions(session, find_traces(session, session.get_one(Member, known.key), NOW))
        (left,) = session.scalars(select(WebhookEvent.body)).all()

    assert other.key in left


def test_a_merge_of_others_forgets_that_she_was_among_them(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        others = session.scalars(select(Member.key).where(Member.key != known.key)).all()[:2]
        merge = Merge(
            loser_key=others[0],
            winner_key=others[1],
            merged_at=NOW - timedelta(days=1),
            evidence=["user"],
            moved=[others[0], known.key],
        )
        session.add(merge)
        session.flush()
        sever_mentions(session, find_traces(session, session.get_one(Member, known.key), NOW))

        assert merge.moved == [others[0]]
