from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.belonging import Belonging, get_table, list_told, match_hers
from kiosk.hub.domain.member_data.traces import find_traces
from kiosk.hub.models.members.member import Member
from tests.hub.domain.member_data.known_well import get_to_know
from tests.hub.running import NOW

CARDS = Belonging("credentials", "member_key", "keys", hidden=("store_id", "value"))


def test_her_rows_are_those_that_bear_her_trace(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.read() as session:
        traces = find_traces(session, session.get_one(Member, known.key), NOW)
        rows = session.execute(select(get_table(CARDS)).where(match_hers(CARDS, traces))).all()

    assert {row.kind for row in rows} == {"uid", "browser"}
    assert {row.member_key for row in rows} == {known.key}


def test_what_is_hidden_is_told_to_nobody() -> None:
    assert [column.name for column in list_told(CARDS)] == ["kind"]
