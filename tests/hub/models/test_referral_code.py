from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.models.member import Member
from kiosk.hub.models.referral_code import ReferralCode, find_referrer


def test_a_code_leads_to_its_member(hub: Hub) -> None:
    with hub.database.write() as session:
        key = session.scalars(select(Member.key)).first() or ""
        session.add(ReferralCode(member_key=key, code="K7Q42MFX"))
        session.flush()

        assert (find_referrer(session, "K7Q42MFX"), find_referrer(session, "")) == (key, None)
