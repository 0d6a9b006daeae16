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
from kiosk.hub.pages.visitor.onward import find_onward, link_onward, name_onward
from kiosk.hub.pages.visitor.signed_in import PlainForm, leave_another, remember_sign_in, sign_in
from kiosk.hub.problem import Problem
from kiosk.hub.text.joining_words import JOINING_WORDS
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)
_ADDRESS = "/join/link/{token}"


@router.get(_ADDRESS)
def show_link(page: PageRequestDep, token: str) -> Response:
    """Say who would be signed in. To look uses nothing up: mail scanners look first, and they press no button.

    The address stands there, so that nobody signs in to another's account by a link that the other sent him.
    """
    with page.hub.database.read() as session:
        link = _find_link(page, session, token)
        store = get_store(session, link.store_id)
    words = page.choose_words(link.language)
    values = {
        "store": store.name,
        "phrases": JOINING_WORDS[words.language],
        "address": link.address,
        "is_foreign": link.browser_hash != page.browser.hash,
        "form_token": page.make_form_token(token),
        "along": name_onward(find_onward(page)),
    }
    return page.show("mail_link.html", words, values)


@router.post(_ADDRESS)
def post_link(page: PageRequestDep, token: str, form: Annotated[PlainForm, Form()]) -> Response:
    """Sign in, bring along what was kept on the phone that asked and on this one, and lead to where she goes on."""
    page.check_form(token, form.form_token)
    hub = page.hub
    with hub.database.write() as session:
        link = _find_link(page, session, token)
        account = follow_link(hub, session, link)
        for browser_hash in {link.browser_hash, page.browser.hash}:
            attach_phone(hub, session, account, browser_hash)
        page = leave_another(page, session, account)
        hold_pages(session, account, page.browser.hash, hub.now())
        member_token = sign_in(page, session, account)
        goal = link_onward(find_onward(page), account.store_id)
    response = RedirectResponse(f"{goal}?lang={page.choose_words(link.language).language}", 303)
    remember_sign_in(page, response, member_token)
    return response


def _find_link(page: PageRequest, session: Session, token: str) -> MailLink:
    link = find_mail_link(session, digest(token), page.hub.now())
    if link is None:
        raise Problem(410, "link_lapsed", "The link was used, or its time is over.")
    return link
