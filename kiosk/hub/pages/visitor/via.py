"""The campaign by which somebody came, as the address of the page says: it stands there, and on no device."""

from sqlalchemy.orm import Session

from kiosk.hub.domain.redeem_code import read_code
from kiosk.hub.models.attribution.campaign import Campaign, find_campaign, is_running
from kiosk.hub.web.page_request import PageRequest

VIA = "via"
_LONGEST = 16


def find_via(page: PageRequest, session: Session, store_id: str) -> str | None:
    """The code of the campaign; `None`: the address names none of this store that runs now, so none counts."""
    campaign = find_said(session, page.request.query_params.get(VIA, ""))
    if campaign is None or campaign.store_id != store_id or not is_running(campaign, page.hub.now()):
        return None
    return campaign.code


def name_via(code: str | None) -> str:
    """What an address that leads on ends in, so that the campaign comes along."""
    return f"?{VIA}={code}" if code else ""


def find_said(session: Session, said: str) -> Campaign | None:
    """The campaign whose code an address holds, whether it runs or not."""
    return find_campaign(session, read_code(said)) if len(said) <= _LONGEST else None
