"""One conversation at the console: all that was said, and room to answer."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import LIVE_CONVERSATION, Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.inbox import INBOX
from kiosk.hub.console.members.letter_view import LetterView, view_letter
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import find_last_page
from kiosk.hub.models.conversation.conversation import Conversation, find_conversation_of
from kiosk.hub.models.conversation.message import (
    LONGEST,
    STORE,
    Message,
    clean_text,
    list_all_messages,
    note_read,
)
from kiosk.hub.models.people.record_look import note_record_look
from kiosk.hub.problem import Problem

_CONVERSATION = f"{INBOX}/{{conversation_id}}"

router = APIRouter(include_in_schema=False)


@router.get(_CONVERSATION)
def show_conversation(desk: DeskDep, conversation_id: str) -> Response:
    """Show the conversation; what the member wrote is read by that."""
    with desk.hub.database.write() as session:
        note_read(_list(desk, session, conversation_id), STORE, desk.hub.now())
    return _show(desk, conversation_id)


@router.get(LIVE_CONVERSATION)
def show_live_conversation(desk: DeskDep, conversation_id: str) -> Response:
    """The same, for a page that stands open, perhaps before nobody: it is no reading."""
    return _show(desk, conversation_id)


@router.post(_CONVERSATION)
def post_answer(desk: DeskDep, conversation_id: str) -> Response:
    """Answer, once, on the page on which she wrote last."""
    text, nonce = clean_text(get_text(desk.form, "text")), get_text(desk.form, "nonce")
    complaint = _find_complaint(desk, text, nonce)
    if complaint:
        return _show(desk, conversation_id, complaint, text, 400)
    with desk.hub.database.write() as session:
        messages = _list(desk, session, conversation_id)
        note_read(messages, STORE, desk.hub.now())
        session.flush()
        tell_member(desk.hub, session, find_last_page(session, messages), Said(text, "console", f"console:{nonce}"))
    return RedirectResponse(f"{INBOX}/{conversation_id}?said=answered#answer", 303)


def _find_complaint(desk: Desk, text: str, nonce: str) -> str:
    phrases = desk.words["inbox"]
    if not text or not nonce:
        return phrases["text_missing"]
    return phrases["text_too_long"].format(most=LONGEST) if len(text) > LONGEST else ""


def _show(desk: Desk, conversation_id: str, complaint: str = "", draft: str = "", status: int = 200) -> Response:
    """The page, with the look on her record: neither is without the other."""
    with desk.hub.database.write() as session:
        messages = _list(desk, session, conversation_id)
        member_key = session.get_one(Conversation, conversation_id).member_key
        note_record_look(session, desk.person, member_key, "conversation", desk.hub.now())
        letters = _view_letters(desk, session, messages)
    values = {
        "conversation": conversation_id,
        "live": desk.link_live(LIVE_CONVERSATION.format(conversation_id=conversation_id)),
        "letters": letters,
        "title": letters[-1].offer,
        "complaint": complaint,
        "draft": draft,
        "nonce": desk.hub.mint(),
        "longest": LONGEST,
    }
    return desk.show("console_conversation.html", values, status)


def _list(desk: Desk, session: Session, conversation_id: str) -> list[Message]:
    conversation = find_conversation_of(session, desk.store.id, conversation_id)
    messages = list_all_messages(session, conversation.id) if conversation else []
    if not messages:  # what was said may be in her account's by now
        raise Problem(404, "not_found", "This store has no such conversation.")
    return messages


def _view_letters(desk: Desk, session: Session, messages: list[Message]) -> list[LetterView]:
    return [view_letter(desk, session, message) for message in messages]
