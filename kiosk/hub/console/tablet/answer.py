"""The staff's word in a customer's conversation, while she shows it to them."""

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.console.tablet.customer_view import list_said
from kiosk.hub.console.tablet.meeting import CUSTOMER, get_confirmed, name_form
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import find_last_page
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import LONGEST, STORE, clean_text, note_read
from kiosk.hub.models.handshake.handshake_step import add_step

router = APIRouter(include_in_schema=False)


@router.post(f"{CUSTOMER}/answer")
def post_answer(desk: DeskDep, handshake_id: str) -> Response:
    """Say it, once, on the page on which she wrote last; else on the last one of all. What is empty says nothing."""
    text = clean_text(get_text(desk.form, "text"))[:LONGEST]
    said = Said(text, "console", f"tablet:{name_form(desk, handshake_id)}")
    with desk.hub.database.write() as session:
        handshake = get_confirmed(desk, session, handshake_id, "conversation")
        messages = list_said(session, handshake)
        note_read(messages, STORE, desk.hub.now())
        session.flush()
        page = find_last_page(session, messages) if messages and text else None
        if page is not None and tell_member(desk.hub, session, page, said):
            bookmark = session.get(Bookmark, page.bookmark_id) if page.bookmark_id else None
            add_step(session, handshake.id, "answered", desk.hub.now(), bookmark.offer_id if bookmark else "")
    return RedirectResponse(f"{TABLET}/customers/{handshake_id}/see/conversation?said=answered#answer", 303)
