"""How a member takes a consent back: what the hub knew of her for that purpose alone goes with it."""

from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.stamp_card import forget_stamps
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING, MESSAGES_BY_PUSH
from kiosk.hub.domain.consent.charging import stop_charging
from kiosk.hub.domain.outside.announcement import announce_withdrawn
from kiosk.hub.domain.profile.refresh import forget_profile
from kiosk.hub.models.attribution.touch import forget_touches
from kiosk.hub.models.conversation.push_subscription import forget_readers
from kiosk.hub.models.members.consent import is_given, withdraw_consent
from kiosk.hub.models.members.member import Member, forget_tastes, list_kin
from kiosk.hub.models.members.proximity_id import forget_beacons
from kiosk.hub.models.visit.visit import forget_sightings


def withdraw(hub: Hub, session: Session, member: Member, purpose: str) -> bool:
    """Take this consent back; False: she does not give it now.

    The consent itself stays, with its end, as evidence of what was allowed until then (GDPR, Article 7(1)). The screens
    hear of it when they next ask.
    """
    if not is_given(session, member.key, purpose):
        return False
    withdraw_consent(session, member, purpose, hub.now())
    announce_withdrawn(hub, session, member, purpose)
    if purpose == PROXIMITY:
        for key in list_kin(session, member.key):
            forget_beacons(session, key)
        forget_sightings(session, list_kin(session, member.key))
    elif purpose == MESSAGES_BY_PUSH:
        for key in list_kin(session, member.key):
            forget_readers(session, key)
    elif purpose == CHARGE_ON_LEAVING:
        stop_charging(session, list_kin(session, member.key), hub.now())
    elif purpose == PERSONAL_OFFERS:
        for key in list_kin(session, member.key):
            forget_tastes(one := session.get_one(Member, key))
            forget_stamps(session, one, hub.now())
        forget_sightings(session, list_kin(session, member.key))
        forget_touches(session, list_kin(session, member.key))
        forget_profile(session, member.key, hub.now())
    return True
