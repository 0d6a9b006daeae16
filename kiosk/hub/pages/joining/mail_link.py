"""Where the link in a mail leads: it says whose account that is, and lets in who presses its button."""

from typing import Annotated

from fastapi import APIRouter, Form
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.attachment import attach_phone, hold_pages
from kiosk.hub.domain.joining.mail_link import follow_link
from kiosk.hub.models.members.mail_link import MailLink, find_mail_link
from kiosk.hub.models.store.store import get_store
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, PlainForm, leave_another, remember_sign_in, sign_in
from kiosk.hub.problem import Problem
from kiosk.hub.text.joining_words import JOINING_WORDS
from kiosk.hub.web.visit import Visit, VisitDep

router = APIRouter(include_in_schema=False)
_ADDRESS = "/join/link/{token}"


@router.get(_ADDRESS)
def show_link(visit: VisitDep, token: str) -> Response:
    """Say who would be signed in. To look uses nothing up: mail scanners look first, and they press no button.

    The address stands there, so that nobody signs in to another's account by a link that the other sent him.
    """
    with visit.hub.database.read() as session:
        link = _find_link(visit, session, token)
        store = get_store(session, link.store_id)
    words = visit.choose_words(link.language)
    values = {
        "store": store.name,
        "phrases": JOINING_WORDS[words.language],
        "address": link.address,
        "is_foreign": link.browser_hash != visit.browser.hash,
        "form_token": visit.make_form_token(token),
    }
    return visit.show("mail_link.html", words, values)


@router.post(_ADDRESS)
def post_link(visit: VisitDep, token: str, form: Annotated[PlainForm, Form()]) -> Response:
    """Sign in, bring along what was kept on the phone that asked and on this one, and lead to the account."""
    visit.check_form(token, form.form_token)
    hub = visit.hub
    with hub.database.write() as session:
        link = _find_link(visit, session, token)
        account = follow_link(hub, session, link)
        for browser_hash in {link.browser_hash, visit.browser.hash}:
            attach_phone(hub, session, account, browser_hash)
        visit = leave_another(visit, session, account)
        hold_pages(session, account, visit.browser.hash, hub.now())
        member_token = sign_in(visit, session, account)
    response = RedirectResponse(f"{ACCOUNT}?lang={visit.choose_words(link.language).language}", 303)
    remember_sign_in(visit, response, member_token)
    return response


def _find_link(visit: Visit, session: Session, token: str) -> MailLink:
    link = find_mail_link(session, digest(token), visit.hub.now())
    if link is None:
        raise Problem(410, "link_lapsed", "The link was used, or its time is over.")
    return link
