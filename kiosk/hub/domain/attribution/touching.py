"""Keeps by which campaign somebody came: what she herself began by it, and later what she allows to be known of her.

Nothing is put on a device for this, and nothing is read from one. Before she joins the code stands in the address
alone, and comes along with the form that she sends.
"""

from datetime import timedelta

from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.models.attribution.campaign import Campaign, find_campaign
from kiosk.hub.models.attribution.touch import Touch, was_touched
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, find_person, list_kin

_ONCE = timedelta(days=1)
"""Who comes by the same campaign again within a day came once."""


def note_touch(hub: Hub, session: Session, member_key: str, code: str | None) -> None:
    """Note that what she began now she began by this campaign; `None`: by none."""
    campaign = find_campaign(session, code) if code else None
    if campaign is not None:
        _keep(hub, session, member_key, campaign)


def note_followed(hub: Hub, session: Session, member_key: str, campaign: Campaign) -> bool:
    """Note that a member followed the campaign's link, if she allows that offers are chosen by what she does."""
    if not is_given(session, member_key, PERSONAL_OFFERS):
        return False
    return _keep(hub, session, member_key, campaign)


def _keep(hub: Hub, session: Session, member_key: str, campaign: Campaign) -> bool:
    person, now = find_person(session, session.get_one(Member, member_key)), hub.now()
    if was_touched(session, list_kin(session, person.key), campaign.code, now - _ONCE):
        return False
    touch = Touch(
        store_id=campaign.store_id,
        member_key=person.key,
        campaign_code=campaign.code,
        touched_at=now,
        offer_id=campaign.offer_id,
    )
    session.add(touch)
    session.flush()
    return True
