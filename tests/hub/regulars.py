"""Members who make a store a large one: known to its screens, and alike but for their segments."""

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.models.members.consent import Consent, give_consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE


def add_regulars(hub: Hub, count: int, *segments: str) -> None:
    """So many more, in these segments."""
    with hub.database.write() as session:
        for _ in range(count):
            member = Member(
                key=f"s_{hub.mint()}", store_id=STORE, joined_at=hub.now(), language="de", segments=list(segments)
            )
            session.add(member)
            session.flush()
            consent = Consent(
                member_key=member.key,
                purpose=PERSONAL_OFFERS,
                given_at=hub.now(),
                text_version="test",
                source="test",
            )
            give_consent(session, member, consent)
