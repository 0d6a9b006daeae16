"""One campaign at the console: its link, its code to print, what may be changed of it, and its end."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec
from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.campaigns.campaign_draft import read_changed_draft, read_fields, type_campaign
from kiosk.hub.console.campaigns.campaigns import (
    CAMPAIGNS,
    name_targets,
    phrase_complaints,
    tell_openings,
    tell_state,
    tell_time,
)
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.field_reader import Complaint
from kiosk.hub.console.form.form import get_text
from kiosk.hub.domain.attribution.campaign import LONGEST_NAME, change_campaign, end_campaign
from kiosk.hub.domain.digest import digest
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


class _Typed(Struct, frozen=True):
    """What stands in the form, and what keeps it from being saved; `is_late`: somebody else was faster."""

    texts: Mapping[str, str]
    complaints: Mapping[str, Complaint] = MappingProxyType({})
    is_late: bool = False


@router.get(_CAMPAIGN)
def show_campaign(desk: DeskDep, campaign_code: str) -> Response:
    """Show it."""
    with desk.hub.database.read() as session:
        campaign = _find_own(desk, session, campaign_code)
        return _show(desk, session, campaign, _Typed(type_campaign(campaign, desk.store.time_zone)))


@router.post(_CAMPAIGN)
def post_campaign(desk: DeskDep, campaign_code: str) -> Response:
    """Change it as it is typed; or say what is wrong, or that somebody else was faster."""
    texts = read_fields(desk.form)
    with desk.hub.database.write() as session:
        campaign = _find_own(desk, session, campaign_code)
        offers = {offer for offer, _ in name_targets(desk, session)}
        draft = read_changed_draft(texts, campaign, offers, desk.store.time_zone)
        is_late = get_text(desk.form, "version") != _name_version(desk, campaign)
        if draft.complaints or is_late:
            return _show(desk, session, campaign, _Typed(texts, draft.complaints, is_late))
        change_campaign(campaign, draft.plan)
    return RedirectResponse(f"{CAMPAIGNS}/{campaign_code}?said=campaign_saved", 303)


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


def _name_version(desk: Desk, campaign: Campaign) -> str:
    return digest(msgspec.json.encode(type_campaign(campaign, desk.store.time_zone)).decode())


def _show(desk: Desk, session: Session, campaign: Campaign, typed: _Typed) -> Response:
    link, targets = link_campaign(desk.hub.settings.public_url, campaign.code), name_targets(desk, session)
    offer = find_offer(session, campaign.offer_id) if campaign.offer_id else None
    values = {
        "campaign": campaign,
        "said_code": format_code(campaign.code),
        "channel": desk.words["channels"][campaign.channel],
        "link": link,
        "drawn": draw_qr(link),
        "target": choose_phrase(offer.title, desk.words["page"]["language"]) if offer else targets[0][1],
        "time": tell_time(desk, campaign),
        "state": tell_state(desk, campaign),
        "opened": tell_openings(desk, session, campaign),
        "texts": typed.texts,
        "offers": targets,
        "longest": LONGEST_NAME,
        "version": _name_version(desk, campaign),
        "complaints": phrase_complaints(desk, typed.complaints),
        "is_late": typed.is_late,
    }
    return desk.show("console_campaign.html", values, 400 if typed.complaints else 409 if typed.is_late else 200)
