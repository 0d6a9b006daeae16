"""Hears what people of the store answered at their Chatwoot, and has each answer said here, once."""

from sqlalchemy.orm import Session

from kiosk.hub.chatwoot.client import PAGE
from kiosk.hub.chatwoot.shapes import RemoteMessage
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import find_last_page, get_page
from kiosk.hub.models.conversation.errand import close_errand, list_errands
from kiosk.hub.models.conversation.message import (
    MEMBER,
    STORE,
    clean_text,
    find_by_nonce,
    list_all_messages,
    note_read,
)
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink, find_link
from kiosk.hub.models.outside.chatwoot_message import ChatwootMessage, find_by_remote, list_shared
from kiosk.hub.text.message_words import choose_message_words

_LONGEST = 8000
_RESOLVED = "resolved"
_TAKEN_BACK = "taken_back"


def hear_new(desk: Desk, conversation_id: str, number: int) -> None:
    """Take in all that is new there, and how the conversation stands. Raises `NotNow` and `Declined`."""
    is_last = False
    while not is_last:
        with desk.hub.database.read() as session:
            link = find_link(session, conversation_id)
        if link is None:
            return
        page = desk.client.list_messages(number, link.heard_id)
        is_last = len(page) < PAGE
        _take(desk, link, page)
    _take_status(desk, conversation_id, clean_text(desk.client.read_conversation(number).status))


def _take(desk: Desk, seen: ChatwootLink, page: list[RemoteMessage]) -> None:
    with desk.hub.database.write() as session:
        link = find_link(session, seen.conversation_id)
        if link is None or not page:
            return
        for remote in page:
            _take_one(desk, session, link, remote)
        # A bell may have rung meanwhile for what lies further back: that is read then.
        link.heard_id = page[-1].id if link.heard_id == seen.heard_id else link.heard_id


def _take_one(desk: Desk, session: Session, link: ChatwootLink, remote: RemoteMessage) -> None:
    if find_by_remote(session, remote.id) is not None:
        if remote.is_deleted:
            _take_back(session, remote)
    elif remote.is_answer and not remote.is_deleted:
        _say(desk, session, link, remote)


def _say(desk: Desk, session: Session, link: ChatwootLink, remote: RemoteMessage) -> None:
    """She is told on the page on which she wrote last; what stood there before was before their eyes."""
    note_read(list_shared(session, link.conversation_id), STORE, desk.hub.now())
    session.flush()
    page = find_last_page(session, list_all_messages(session, link.conversation_id))
    words = choose_message_words(page.language)
    text = clean_text(remote.content or "")[:_LONGEST] or words.file_sent
    nonce = _name(remote)
    tell_member(desk.hub, session, page, Said(text, "chatwoot", nonce))
    message = find_by_nonce(session, nonce)
    row = ChatwootMessage(
        message_id=message.id,
        conversation_id=link.conversation_id,
        tried_at=desk.hub.now(),
        remote_id=remote.id,
    )
    session.add(row)
    session.flush()


def _take_back(session: Session, remote: RemoteMessage) -> None:
    """What was deleted there is taken back here, unless she read it, or it was said here."""
    message = find_by_remote(session, remote.id)
    if message is None or message.nonce != _name(remote) or message.read_at is not None:
        return
    message.text = choose_message_words(get_page(session, message).language).taken_back
    for errand in list_errands(session, message.id):
        close_errand(errand, errand.outcome or _TAKEN_BACK)


def _take_status(desk: Desk, conversation_id: str, status: str) -> None:
    with desk.hub.database.write() as session:
        link = find_link(session, conversation_id)
        if link is None or link.status == status:
            return
        link.status = status
        if status == _RESOLVED:
            _settle(desk, session, conversation_id)


def _settle(desk: Desk, session: Session, conversation_id: str) -> None:
    """Who resolves a conversation there has dealt with all that she wrote in it."""
    now = desk.hub.now()
    hers = [message for message in list_shared(session, conversation_id) if message.author == MEMBER]
    note_read(hers, STORE, now)
    for message in hers:
        message.answered_at = message.answered_at or now


def _name(remote: RemoteMessage) -> str:
    return f"chatwoot:{remote.id}"
