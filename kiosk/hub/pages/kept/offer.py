"""The page that the code on a screen leads to: the offer, and one button that keeps it."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.attribution.touching import note_touch
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.attachment import attach_phone
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer, find_offer, state_offer
from kiosk.hub.models.conversation.bookmark import find_bookmark
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import BROWSER
from kiosk.hub.models.screens.screen import find_screen
from kiosk.hub.models.store.store import get_store
from kiosk.hub.pages.visitor.signed_in import find_signed_in
from kiosk.hub.pages.visitor.via import find_via
from kiosk.hub.problem import Problem
from kiosk.hub.text.price_tag import make_tag
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)


class KeepForm(BaseModel):
    """What the page's form sends."""

    form_token: Annotated[str, Field(max_length=128)]


@router.get("/offers/{offer_id}")
def show_offer(page: PageRequestDep, offer_id: str) -> Response:
    """Show an offer."""
    with page.hub.database.read() as session:
        offer = _find_offer(session, offer_id)
        store = get_store(session, offer.store_id)
        stated = state_offer(offer, page.hub.now())
    words = page.choose_words()
    values = {
        "offer": stated,
        "title": choose_phrase(stated.title, words.language),
        "text": choose_phrase(stated.text, words.language),
        "alt": choose_phrase(offer.image_alt, words.language),
        "tag": make_tag(stated, words),
        "store": store.name,
        "form_token": page.make_form_token(offer_id),
    }
    return page.show("offer.html", words, values)


@router.post("/offers/{offer_id}")
def post_keep(
    page: PageRequestDep, offer_id: str, form: Annotated[KeepForm, Form()], screen: str | None = None
) -> Response:
    """Keep the offer for this browser, once, and lead to its conversation."""
    page.check_form(offer_id, form.form_token)
    language = page.choose_words().language
    with page.hub.database.write() as session:
        offer = _find_offer(session, offer_id)
        token = _keep_once(page, session, offer, _make_tap(page, session, offer, screen))
    return RedirectResponse(f"/c/{token}?lang={language}", 303)


def _find_offer(session: Session, offer_id: str) -> Offer:
    offer = find_offer(session, offer_id)
    if offer is None:
        raise Problem(404, "not_found", "There is no such offer.")
    return offer


def _make_tap(page: PageRequest, session: Session, offer: Offer, screen: str | None) -> Tap:
    """A tap whose id follows from browser and offer: for these two there is one bookmark, however often."""
    bookmark_id = f"b_{digest(f'{page.browser.hash}:{offer.id}')}"
    is_screen = screen is not None and find_screen(session, offer.store_id, screen) is not None
    return Tap(
        id=bookmark_id,
        fingerprint=bookmark_id,
        kind=BROWSER,
        proof=page.browser.hash,
        tapped_at=page.hub.now(),
        language=page.choose_words().language,
        screen=screen if is_screen else None,
    )


def _keep_once(page: PageRequest, session: Session, offer: Offer, tap: Tap) -> str:
    """The token of the claim, which this browser opens at once; who is signed in has it in her account, too."""
    bookmark = find_bookmark(session, tap.id) or keep_offer(page.hub, session, offer, tap)
    claim = get_claim_of(session, bookmark.id)
    open_claim(claim, page.browser.hash, page.hub.now())
    key = find_signed_in(page, session)
    if key is not None:
        attach_phone(page.hub, session, session.get_one(Account, key), page.browser.hash)
    note_touch(page.hub, session, bookmark.member_key, find_via(page, session, offer.store_id))
    return claim.token
