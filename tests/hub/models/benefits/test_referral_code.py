from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.benefits.referral_code import ReferralCode, find_referrer
from kiosk.hub.models.members.member import Member


def test_a_code_leads_to_its_member(hub: Hub) -> None:
    with hub.database.write() as session:
        key = session.scalars(select(Member.key)).first() or ""
        session.add(ReferralCode(member_key=key, code="K7Q42MFX"))
        session.flush()

        assert (find_referrer(session, "K7Q42MFX"), find_referrer(session, "")) == (key, None)
