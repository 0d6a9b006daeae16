from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.tender import Tender, find_tender, list_due_of, list_due_tenders
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE, TILL
from tests.hub.running import NOW


def test_payments_are_found_by_their_till_and_by_their_end(hub: Hub) -> None:
    with hub.database.write() as session:
        keys = session.scalars(select(Member.key).limit(2)).all()
        for minutes in range(4):
            tender = Tender(
                store_id=STORE,
                till_id=TILL,
                id=f"p{minutes}",
                fingerprint="f",
                member_key=keys[minutes % 2],
                unit="points",
                steps=100,
                worth=Decimal("1.00"),
                currency="EUR",
                made_at=NOW,
                due_at=NOW + timedelta(minutes=minutes) if minutes else None,
            )
            session.add(tender)
        session.flush()
        later = NOW + timedelta(minutes=2)
        found = find_tender(session, STORE, TILL, "p1")

        assert found
        assert (found.state, find_tender(session, STORE, "other", "p1")) == ("held", None)
        assert [tender.id for tender in list_due_tenders(session, later, 9)] == ["p1", "p2"]
        assert [tender.id for tender in list_due_tenders(session, later, 1)] == ["p1"]
        assert [tender.id for tender in list_due_of(session, [keys[0]], later)] == ["p2"]
