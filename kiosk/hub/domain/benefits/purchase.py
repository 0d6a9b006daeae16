"""That a member paid for something: an occasion to earn, for her and for who recommended the store to her."""

from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.occasion import Occasion, earn
from kiosk.hub.domain.benefits.referral import confirm_referral
from kiosk.hub.models.benefits.earning import find_earning
from kiosk.hub.models.members.member import Member


def name_purchase(bookmark_id: str) -> str:
    """The key of the purchase in which this was redeemed: till's redemption and receipt mean the same one."""
    return f"redemption:{bookmark_id}"


def note_purchase(hub: Hub, session: Session, member_key: str, key: str, paid: Money) -> None:
    """Give both what the programme says for it, unless it was told before under this key.

    Who paid nothing bought nothing: what a till gives away is no purchase.
    """
    member = session.get_one(Member, member_key)
    if paid.amount and find_earning(session, member.store_id, key) is None:
        earn(session, member, Occasion(key, "purchase", hub.now(), paid), hub.now())
        confirm_referral(hub, session, member_key, key)
