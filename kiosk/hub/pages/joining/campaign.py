"""Where the code of a campaign leads: to its offer, or to the page on which members join."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.attribution.campaign import count_opening
from kiosk.hub.domain.attribution.touching import note_followed
from kiosk.hub.models.attribution.campaign import Campaign, is_running
from kiosk.hub.pages.visitor.own_phone import find_member_key
from kiosk.hub.pages.visitor.via import find_said, name_via
from kiosk.hub.problem import Problem
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)


@router.get("/k/{campaign_code}")
def follow_campaign(page: PageRequestDep, campaign_code: str) -> Response:
    """Lead on, with the code in the address while it counts; one that is over still leads where it led.

    That its link was followed is counted without whom. Of a member it is noted as hers, if she allows that.
    """
    hub = page.hub
    with hub.database.read() as session:
        campaign = find_said(session, campaign_code)
    if campaign is None:
        raise Problem(404, "not_found", "There is no such campaign.")
    target = f"/offers/{campaign.offer_id}" if campaign.offer_id else f"/sign-in/{campaign.store_id}"
    if not is_running(campaign, hub.now()):
        return RedirectResponse(target, 303)
    if page.is_navigation:
        with hub.database.write() as session:
            _note(page, session, campaign.code)
    return RedirectResponse(target + name_via(campaign.code), 303)


def _note(page: PageRequest, session: Session, code: str) -> None:
    campaign = session.get_one(Campaign, code)
    count_opening(session, campaign, page.hub.now())
    key = find_member_key(page, session, campaign.store_id)
    if key is not None:
        note_followed(page.hub, session, key, campaign)
