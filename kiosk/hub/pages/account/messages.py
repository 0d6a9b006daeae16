"""The page of all that a member and her store said, whatever it is about and wherever it came in."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Header, Query
from msgspec.structs import replace
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.conversation.conversation import Said, hear_member
from kiosk.hub.domain.conversation.page import make_own_page
from kiosk.hub.live.stream import Stream, name_messages
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_token_of
from kiosk.hub.models.conversation.conversation import find_last_with, list_messages_with
from kiosk.hub.models.conversation.message import MEMBER, Message, clean_text, note_delivered, note_read
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.pages.conversation.answer import AnswerForm, find_complaint, make_answer
from kiosk.hub.pages.conversation.own_link import Piece
from kiosk.hub.pages.conversation.push import view_ringing
from kiosk.hub.pages.conversation.stream import Number, read_seen, tell_stream
from kiosk.hub.pages.conversation.thread import SaidView, view_thread
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, SignedIn, SignedInDep
from kiosk.hub.text.message_words import choose_message_words
from kiosk.hub.web.page import render_page

MESSAGES = ACCOUNT + "/messages"
MOST_SHOWN = 60
"""So many messages a page shows, the last ones; before them stands a link to those before."""

router = APIRouter(include_in_schema=False)
Before = Annotated[int | None, Query(ge=1, le=1 << 62)]


@router.get(MESSAGES)
def show_messages(signed_in: SignedInDep, before: Before = None) -> Response:
    """Show the last ones, or those `before` this one; what the store wrote is read by that."""
    with signed_in.hub.database.write() as session:
        values = _gather(signed_in, session, before)
    return _show(signed_in, values)


@router.post(MESSAGES)
def post_message(signed_in: SignedInDep, form: Annotated[AnswerForm, Form()]) -> Response:
    """Add her message, once, and lead back to the page."""
    signed_in.check_form(form.form_token)
    text = clean_text(form.text)
    complaint = find_complaint(text, signed_in.words)
    with signed_in.hub.database.write() as session:
        if not complaint:
            page = make_own_page(signed_in.get_member(session))
            hear_member(signed_in.hub, session, page, Said(text, "web", form.nonce))
        values = _gather(signed_in, session, None)
    return _show(signed_in, values, complaint, text) if complaint else signed_in.lead("answer", MESSAGES)


@router.get(MESSAGES + "/thread")
def get_thread(signed_in: SignedInDep, state: Literal["visible", "hidden"] = "hidden") -> Response:
    """The last messages as they are now; `state` says whether somebody sees the page (W3C Page Visibility)."""
    note = note_read if state == "visible" else note_delivered
    with signed_in.hub.database.write() as session:
        messages = _list(signed_in, session)
        note(messages, MEMBER, signed_in.hub.now())
        said = _view(signed_in, session, messages)
    return render_page("thread.html", signed_in.words, {"said": said, "last": _find_last(messages)})


@router.get(MESSAGES + "/stream")
def get_stream(signed_in: SignedInDep, after: Number = 0, last_event_id: Annotated[str, Header()] = "") -> Response:
    """Tell the number of what is said last, each time that something is: as the stream of a kept offer's page does."""
    with signed_in.hub.database.read() as session:
        keys = list_kin(session, signed_in.member_key)
    stream = Stream(signed_in.page.browser.hash, frozenset(map(name_messages, keys)))
    seen = read_seen(last_event_id, after)
    return tell_stream(signed_in.hub, stream, lambda session: find_last_with(session, keys), seen)


def _show(signed_in: SignedIn, values: dict[str, object], complaint: str = "", draft: str = "") -> Response:
    form = make_answer(signed_in.hub.mint(), complaint, draft)
    return signed_in.show("messages.html", {**values, **form}, 400 if complaint else 200)


def _gather(signed_in: SignedIn, session: Session, before: int | None) -> dict[str, object]:
    page, words = signed_in.page, signed_in.words
    messages = _list(signed_in, session, before)
    if not page.is_ahead:
        note_read(messages, MEMBER, signed_in.hub.now())
    is_cut = len(messages) > MOST_SHOWN
    messages = messages[-MOST_SHOWN:]
    return {
        "said": _view(signed_in, session, messages),
        "last": _find_last(messages),
        "earlier": messages[0].id if is_cut else 0,
        "is_latest": before is None,
        "letters": choose_message_words(words.language),
        "ringing": view_ringing(page, session, words, MESSAGES + "/push"),
        "address": MESSAGES,
        "store_id": signed_in.store.id,
    }


def _list(signed_in: SignedIn, session: Session, before: int | None = None) -> list[Message]:
    """One more than is shown, which says that there are others."""
    keys = list_kin(session, signed_in.member_key)
    return list_messages_with(session, keys, before=before, most=MOST_SHOWN + 1)


def _find_last(messages: Sequence[Message]) -> int:
    return messages[-1].id if messages else 0


def _view(signed_in: SignedIn, session: Session, messages: Sequence[Message]) -> list[SaidView]:
    """As the page prints them: each that begins with another offer than the one before says which, and leads there."""
    said = view_thread(signed_in.page, signed_in.store, signed_in.words, messages)
    ahead = (None, *(message.bookmark_id for message in messages))
    return [
        one if message.bookmark_id in {None, previous} else replace(one, about=_name(signed_in, session, message))
        for one, message, previous in zip(said, messages, ahead, strict=False)
    ]


def _name(signed_in: SignedIn, session: Session, message: Message) -> Piece | None:
    if message.bookmark_id is None:
        return None
    offer = session.get_one(Offer, session.get_one(Bookmark, message.bookmark_id).offer_id)
    title = choose_phrase(offer.title, signed_in.words.language)
    return Piece(title, f"/c/{get_token_of(session, message.bookmark_id)}")
