"""One campaign at the console: its link, its code to print, and its end."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.campaigns.campaigns import CAMPAIGNS, tell_openings, tell_state, tell_time
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.domain.attribution.campaign import end_campaign
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.attribution.campaign import Campaign, find_campaign
from kiosk.hub.models.catalogue.offer import find_offer
from kiosk.hub.problem import Problem
from kiosk.hub.web.links import link_campaign
from kiosk.hub.web.qr_file import Kind, make_qr_file
from kiosk.hub.web.qr_path import draw_qr

_CAMPAIGN = f"{CAMPAIGNS}/{{campaign_code}}"
_MEDIA_TYPES: dict[Kind, str] = {"png": "image/png", "svg": "image/svg+xml"}

router = APIRouter(include_in_schema=False)


@router.get(_CAMPAIGN)
def show_campaign(desk: DeskDep, campaign_code: str) -> Response:
    """Show it."""
    language = desk.words["page"]["language"]
    with desk.hub.database.read() as session:
        campaign = _find_own(desk, session, campaign_code)
        offer = find_offer(session, campaign.offer_id) if campaign.offer_id else None
        opened = tell_openings(desk, session, campaign)
    link = link_campaign(desk.hub.settings.public_url, campaign.code)
    phrases = desk.words["campaigns"]
    state = tell_state(desk, campaign)
    values = {
        "campaign": campaign,
        "said_code": format_code(campaign.code),
        "channel": desk.words["channels"][campaign.channel],
        "link": link,
        "drawn": draw_qr(link),
        "target": choose_phrase(offer.title, language) if offer else phrases["to_join"],
        "time": tell_time(desk, campaign),
        "state": state,
        "opened": opened,
    }
    return desk.show("console_campaign.html", values)


@router.post(f"{_CAMPAIGN}/end")
def post_end(desk: DeskDep, campaign_code: str) -> Response:
    """End it; its links still lead where they led."""
    with desk.hub.database.write() as session:
        end_campaign(_find_own(desk, session, campaign_code), desk.hub.now())
    return RedirectResponse(f"{CAMPAIGNS}/{campaign_code}?said=campaign_ended", 303)


@router.get(f"{_CAMPAIGN}/code/{{kind}}")
def get_code(desk: DeskDep, campaign_code: str, kind: Kind) -> Response:
    """Its code as a file, for print and for others' pages."""
    with desk.hub.database.read() as session:
        campaign = _find_own(desk, session, campaign_code)
    headers = {
        "Content-Disposition": f'attachment; filename="{campaign.code}.{kind}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    content = make_qr_file(link_campaign(desk.hub.settings.public_url, campaign.code), kind)
    return Response(content, media_type=_MEDIA_TYPES[kind], headers=headers)


def _find_own(desk: Desk, session: Session, code: str) -> Campaign:
    """The campaign; raises a 404 `Problem` for what is not this store's."""
    campaign = find_campaign(session, code)
    if campaign is None or campaign.store_id != desk.store.id:
        raise Problem(404, "not_found", "There is no such campaign.")
    return campaign
