"""The conversations at the console: who waits for an answer, and who wrote last."""

from fastapi import APIRouter
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.hub.console.desk import LIVE_INBOX, Desk, DeskDep
from kiosk.hub.console.members.letter_view import LetterView, view_letter
from kiosk.hub.models.conversation.conversation import list_last_words
from kiosk.hub.models.conversation.message import STORE, note_delivered
from kiosk.hub.models.conversation.stray_mail import count_stray_mails

INBOX = "/console/inbox"
_MOST = 100

router = APIRouter(include_in_schema=False)


@router.get(INBOX)
def show_inbox(desk: DeskDep) -> Response:
    """Show whose messages wait, the longest waiting first, and below them who was answered, the latest first."""
    return _show(desk)


@router.get(LIVE_INBOX)
def show_live_inbox(desk: DeskDep) -> Response:
    """The same, for a page that stands open."""
    return _show(desk)


def _show(desk: Desk) -> Response:
    with desk.hub.database.write() as session:
        letters = _list_letters(desk, session)
        stray = count_stray_mails(session, desk.store.id)
    waiting = [letter for letter in reversed(letters) if letter.is_waiting]
    answered = [letter for letter in letters if not letter.is_waiting]
    values = {"waiting": waiting, "answered": answered, "stray": stray, "live": desk.link_live(LIVE_INBOX)}
    return desk.show("console_inbox.html", values)


def _list_letters(desk: Desk, session: Session) -> list[LetterView]:
    messages = list_last_words(session, desk.store.id, _MOST)
    note_delivered(messages, STORE, desk.hub.now())
    return [view_letter(desk, session, message) for message in messages]
