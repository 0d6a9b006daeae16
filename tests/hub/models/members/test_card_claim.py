from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.members.card_claim import (
    LIFETIME,
    CardClaim,
    find_card_claim,
    find_claim_by_code,
    open_card_claim,
)
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW


def test_a_member_claims_one_card_at_a_time_and_not_for_long(hub: Hub) -> None:
    with hub.database.write() as session:
        key = session.scalars(select(Member.key).limit(1)).one()
        for name in ("a", "b"):
            claim = CardClaim(member_key=key, store_id=STORE, card_hash=name, code_hash=f"code {name}", asked_at=NOW)
            open_card_claim(session, claim)
        session.flush()
        last = NOW + LIFETIME - timedelta(seconds=1)
        found = [find_card_claim(session, key, last), find_claim_by_code(session, STORE, "code b", last)]

        assert [claim.card_hash for claim in found if claim] == ["b", "b"]
        assert find_card_claim(session, key, NOW + LIFETIME) is None
        assert find_claim_by_code(session, STORE, "code b", NOW + LIFETIME) is None
        assert find_claim_by_code(session, STORE, "code a", last) is None
        assert find_claim_by_code(session, "elsewhere", "code b", last) is None
