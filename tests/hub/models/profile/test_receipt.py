from datetime import timedelta
from decimal import Decimal

from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.receipt import Receipt, disown_receipts, find_receipt, list_receipts
from kiosk.hub.sample.shop import STORE, TILL
from tests.hub.running import NOW

DAY = timedelta(days=1)


def test_receipts_are_found_by_their_till_and_stay_when_they_are_nobodys(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Member(key="s_1", store_id=STORE, joined_at=NOW, language="de", segments=[]))
        session.flush()
        for days in range(3):
            receipt = Receipt(
                store_id=STORE,
                till_id=TILL,
                id=f"r-{days}",
                fingerprint="f",
                bought_at=NOW - days * DAY,
                total=Decimal("1.10"),
                currency="EUR",
                lines=[{"amount": "1.10"}],
                was_known=True,
                member_key="s_1",
            )
            session.add(receipt)
        session.flush()

        assert [one.id for one in list_receipts(session, ["s_1"], NOW - DAY)] == ["r-1", "r-0"]
        disown_receipts(session, ["s_1"], NOW - DAY)
        assert [one.id for one in list_receipts(session, ["s_1"], NOW - 9 * DAY)] == ["r-1", "r-0"]
        disown_receipts(session, ["s_1"])
        assert list_receipts(session, ["s_1"], NOW - 9 * DAY) == []
        found = find_receipt(session, STORE, TILL, "r-2")
        assert found
        assert found.total == Decimal("1.10")
