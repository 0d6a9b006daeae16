from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.charged import find_refusal, tell_charged
from kiosk.hub.models.settlement.settlement import Settlement, find_settlement
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.leaving.walker import Walker
from tests.hub.running import Dial


def test_she_reads_it_once_on_a_page_of_hers_with_the_receipt_and_what_she_can_do(hub: Hub, dial: Dial) -> None:
    walker = Walker(hub, MoodyProvider(), dial)
    walker.put_pens(1)
    paid = walker.pay()
    told = list[bool]()
    for _ in range(2):
        with walker.hub.database.write() as session:
            row = find_settlement(session, paid)
            assert row
            told.append(tell_charged(walker.hub, session, row, walker.get_member(session)))

    assert told == [True, False]
    (text,) = walker.list_told()
    assert f"/pay/{paid}/receipt" in text
    assert "what was charged by mistake goes back" in text


def test_who_took_it_back_is_told_no_reason(hub: Hub, dial: Dial) -> None:
    walker = Walker(hub, MoodyProvider(), dial)
    walker.allow()
    walker.shop()
    walker.walk_out()
    with walker.hub.database.read() as session:
        row = session.scalars(select(Settlement)).one()
        before = find_refusal(session, row, walker.get_member(session))
    walker.revoke()
    with walker.hub.database.read() as session:
        after = find_refusal(session, row, walker.get_member(session))

    assert (before, after) == ("declined", None)
