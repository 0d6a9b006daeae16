"""How what is kept is kept for good, on the page of a kept offer: by a way to an account, or into the one open here."""

from typing import Annotated

from fastapi import APIRouter, Form
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.joining.attachment import attach_phone
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.store.store import Store, get_store
from kiosk.hub.pages.joining.sign_in import AddressForm, ask_address, lead_to_inbox
from kiosk.hub.pages.joining.ways_in import WaysIn, find_ways_in, mail_link
from kiosk.hub.pages.visitor.own_claim import find_own_claim
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, PlainForm, find_signed_in
from kiosk.hub.problem import Problem
from kiosk.hub.text.joining_words import JOINING_WORDS, JoiningWords
from kiosk.hub.text.words import Words
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)


class Keeping(Struct, frozen=True):
    """What the page offers: `is_in`, whether somebody is signed in; `is_kept`, whether it is in her account already."""

    ways: WaysIn
    phrases: JoiningWords
    is_in: bool
    is_kept: bool


def view_keeping(page: PageRequest, session: Session, bookmark: Bookmark, words: Words) -> Keeping:
    """What to offer with this bookmark."""
    key = find_signed_in(page, session)
    phrases = JOINING_WORDS[words.language]
    return Keeping(find_ways_in(page), phrases, is_in=key is not None, is_kept=key == bookmark.member_key)


@router.post("/c/{token}/join")
def post_join(page: PageRequestDep, token: str, form: Annotated[AddressForm, Form()]) -> Response:
    """Send a link to the address; the page belongs to this browser, so that the bookmark comes along."""
    page.check_form(token, form.form_token)
    store, language = _open(page, token)
    complaint = mail_link(page, store.id, form.address, language)
    return ask_address(page, store, complaint, form.address) if complaint else lead_to_inbox(page, store.id, language)


@router.post("/c/{token}/attach")
def post_attach(page: PageRequestDep, token: str, form: Annotated[PlainForm, Form()]) -> Response:
    """Put it into the account that is open on this phone, and lead there.

    The answer is the same where the card is a known member's, of whom a stranger must learn nothing: the page is then
    this phone's, and no more.
    """
    page.check_form(token, form.form_token)
    with page.hub.database.write() as session:
        own = find_own_claim(page, session, token, opens=True)
        key = find_signed_in(page, session)
        if key is None:
            raise Problem(401, "account_closed", "Nobody is signed in on this phone.")
        attach_phone(page.hub, session, session.get_one(Account, key), page.browser.hash)
    return RedirectResponse(f"{ACCOUNT}?lang={page.choose_words(own.bookmark.language).language}", 303)


def _open(page: PageRequest, token: str) -> tuple[Store, str]:
    """The claim's store and the reader's language; the claim is this browser's from now on."""
    with page.hub.database.write() as session:
        own = find_own_claim(page, session, token, opens=True)
        store = get_store(session, own.bookmark.store_id)
    return store, page.choose_words(own.bookmark.language).language
