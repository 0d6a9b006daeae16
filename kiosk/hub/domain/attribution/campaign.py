"""How a campaign begins and ends."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.models.attribution.campaign import Campaign, Channel

LONGEST_NAME = 60


class Plan(Struct, frozen=True):
    """What a campaign is to be; without `begins_at` it runs at once, without `ends_at` until somebody ends it."""

    name: str
    channel: Channel
    offer_id: str | None = None
    begins_at: datetime | None = None
    ends_at: datetime | None = None


def begin_campaign(hub: Hub, session: Session, store_id: str, plan: Plan) -> Campaign:
    """A new campaign, with a code of its own that nobody can guess from another's."""
    campaign = Campaign(
        code=make_code(hub.mint()),
        store_id=store_id,
        name=plan.name,
        channel=plan.channel,
        begins_at=plan.begins_at or hub.now(),
        ends_at=plan.ends_at,
        offer_id=plan.offer_id,
    )
    session.add(campaign)
    session.flush()
    return campaign


def end_campaign(campaign: Campaign, now: datetime) -> bool:
    """Let nothing more count that comes by it; False: it is over already. Its links still lead where they led."""
    if campaign.ends_at is not None and campaign.ends_at <= now:
        return False
    campaign.ends_at = max(now, campaign.begins_at)
    return True
