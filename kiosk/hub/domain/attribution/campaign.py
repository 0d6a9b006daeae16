"""How a campaign begins, becomes another, and ends."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.domain.report.suppression import K
from kiosk.hub.models.attribution.campaign import Campaign, Channel
from kiosk.hub.models.store.store import get_store

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


def change_campaign(campaign: Campaign, plan: Plan) -> None:
    """Let it be as planned now. Its code and its channel stay: both stand in print, and in what was told of it."""
    campaign.name, campaign.offer_id = plan.name, plan.offer_id
    campaign.begins_at, campaign.ends_at = plan.begins_at or campaign.begins_at, plan.ends_at


def end_campaign(campaign: Campaign, now: datetime) -> bool:
    """Let nothing more count that comes by it; False: it is over already. Its links still lead where they led."""
    if campaign.ends_at is not None and campaign.ends_at <= now:
        return False
    campaign.ends_at = max(now, campaign.begins_at)
    return True


def count_opening(session: Session, campaign: Campaign, now: datetime) -> None:
    """Count that its link was followed once more."""
    campaign.opened_told = tell_opened(session, campaign, now)
    campaign.opened += 1
    campaign.opened_on = _find_day(session, campaign, now)


def tell_opened(session: Session, campaign: Campaign, now: datetime) -> int:
    """How often its link was followed before today, as far as it can be told; 0: too seldom.

    Whoever looks every day, or every minute, would see from one more that somebody in particular followed it: so the
    figure grows once a day, and by `K` at least.
    """
    is_of_today = campaign.opened_on == _find_day(session, campaign, now)
    is_small = campaign.opened - campaign.opened_told < K
    return campaign.opened_told if is_of_today or is_small else campaign.opened


def _find_day(session: Session, campaign: Campaign, now: datetime) -> date:
    return now.astimezone(ZoneInfo(get_store(session, campaign.store_id).time_zone)).date()
