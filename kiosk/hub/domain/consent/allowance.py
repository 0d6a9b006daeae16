"""What a member can allow on her own phone, and how she does; how she takes it back is `withdrawal.py`'s."""

from typing import Literal

from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.models.members.account import find_account
from kiosk.hub.models.members.consent import Consent, give_consent, is_given
from kiosk.hub.models.members.member import Member
from kiosk.hub.text.consent_text import LATEST

Channel = Literal["push", "email"]
MESSAGES_BY_PUSH, MESSAGES_BY_EMAIL = "messages:push", "messages:email"
PURPOSES = (PERSONAL_OFFERS, PROXIMITY, MESSAGES_BY_PUSH, MESSAGES_BY_EMAIL)
"""In the order in which she is asked, none of them given before she says so."""
MESSAGES = (MESSAGES_BY_PUSH, MESSAGES_BY_EMAIL)
"""Of these, those that say how she may be written to, and nothing of who she is."""
CHARGE_ON_LEAVING = "charge_on_leaving"
"""None of those: it takes a limit and a means of payment, too, so that it is allowed on a page of its own."""
ON_PHONE = "phone"
"""Where a consent was given that she gave on her own phone."""


def allow(hub: Hub, session: Session, member: Member, purpose: str) -> bool:
    """Note that she allows this purpose from now on; False: it is none of `PURPOSES`, or she allows it already."""
    if purpose not in PURPOSES or is_given(session, member.key, purpose):
        return False
    consent = Consent(member_key=member.key, purpose=purpose, given_at=hub.now(), text_version=LATEST, source=ON_PHONE)
    give_consent(session, member, consent)
    return True


def may_message(session: Session, member_key: str, channel: Channel) -> bool:
    """Whether she may be written to by this channel now."""
    return is_given(session, member_key, f"messages:{channel}")


def find_mail_address(session: Session, member_key: str) -> str | None:
    """Where she may be written to by e-mail; `None`: nowhere, or she does not allow it."""
    account = find_account(session, member_key)
    return account.address if account and may_message(session, member_key, "email") else None
