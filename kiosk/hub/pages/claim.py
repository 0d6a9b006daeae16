"""The page of a kept offer: what was kept, what was said since, and room to answer."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.context import Hub
from kiosk.hub.models.bookmark import Bookmark
from kiosk.hub.models.claim import find_claim, open_claim
from kiosk.hub.models.message import LONGEST, MEMBER, Message, add_message, clean_text, list_messages
from kiosk.hub.models.offer import Offer, state_offer
from kiosk.hub.models.store import get_store
from kiosk.hub.pages.moment import format_moment
from kiosk.hub.pages.tag import make_tag
from kiosk.hub.pages.visit import Visit, VisitDep
from kiosk.hub.problems import Problem
from kiosk.hub.words import Words, choose_phrase

router = APIRouter(include_in_schema=False)


class AnswerForm(BaseModel):
    """What the page's form sends; `nonce` is new on each page, so that a form counts once."""

    form_token: Annotated[str, Field(max_length=128)]
    nonce: Annotated[str, Field(pattern=r"^[\w-]{32,64}$")]
    text: str = ""


@router.get("/c/{token}")
def show_claim(visit: VisitDep, token: str) -> Response:
    """Open the claim in this browser and show it."""
    with visit.hub.database.write() as session:
        bookmark = _open_bookmark(visit, session, token)
        words = visit.choose_words(bookmark.language)
        values = _gather(visit, session, bookmark, words)
    return visit.show("claim.html", words, {**values, **_make_form(visit, token)})


@router.post("/c/{token}")
def post_message(visit: VisitDep, token: str, form: Annotated[AnswerForm, Form()]) -> Response:
    """Add the reader's message, once, and lead back to the page."""
    visit.check_form(token, form.form_token)
    text = clean_text(form.text)
    with visit.hub.database.write() as session:
        bookmark = _open_bookmark(visit, session, token)
        words = visit.choose_words(bookmark.language)
        complaint = _find_complaint(text, words)
        if not complaint:
            _add_answer(visit.hub, session, bookmark, text, form.nonce)
        values = _gather(visit, session, bookmark, words)
    if complaint:
        return visit.show("claim.html", words, {**values, **_make_form(visit, token, complaint, text)}, 400)
    return RedirectResponse(f"/c/{token}?lang={words.language}#answer", 303)


def _open_bookmark(visit: Visit, session: Session, token: str) -> Bookmark:
    claim = find_claim(session, token)
    if claim is None:
        raise Problem(404, "not_found", "There is no such claim.")
    if not open_claim(claim, visit.browser.hash, visit.hub.now()):
        raise Problem(403, "opened_elsewhere", "The claim belongs to another browser.")
    return session.get_one(Bookmark, claim.bookmark_id)


def _find_complaint(text: str, words: Words) -> str:
    if not text:
        return words.text_missing
    return words.text_too_long if len(text) > LONGEST else ""


def _add_answer(hub: Hub, session: Session, bookmark: Bookmark, text: str, nonce: str) -> None:
    message = Message(
        conversation_id=bookmark.conversation_id, author=MEMBER, text=text, written_at=hub.now(), nonce=nonce
    )
    add_message(session, message)


def _gather(visit: Visit, session: Session, bookmark: Bookmark, words: Words) -> dict[str, object]:
    """What the page shows: this bookmark's offer, and the conversation since it."""
    now = visit.hub.now()
    offer = session.get_one(Offer, bookmark.offer_id)
    stated = state_offer(offer, now)
    store = get_store(session, bookmark.store_id)
    messages = list_messages(session, bookmark.conversation_id, bookmark.first_message_id)
    return {
        "offer": stated,
        "title": choose_phrase(offer.title, words.language),
        "text": choose_phrase(offer.text, words.language),
        "alt": choose_phrase(offer.image_alt, words.language),
        "tag": make_tag(stated, words),
        "store": store.name,
        "messages": [
            (message.author, message.text, format_moment(message.written_at, now, store.time_zone, words))
            for message in messages
        ],
    }


def _make_form(visit: Visit, token: str, complaint: str = "", draft: str = "") -> dict[str, object]:
    return {
        "form_token": visit.browser.make_form_token(token),
        "nonce": visit.hub.mint(),
        "longest": LONGEST,
        "complaint": complaint,
        "draft": draft,
    }
