"""The conversation on the page of a kept offer, alone: what the page fetches when it hears that something was said."""

from collections.abc import Sequence
from typing import Literal

from fastapi import APIRouter
from msgspec import Struct
from sqlalchemy.orm import Session
from starlette.responses import Response

from kiosk.hub.models.conversation.claim import select_held
from kiosk.hub.models.conversation.message import MEMBER, Message, list_messages, note_delivered, note_read
from kiosk.hub.models.store.store import Store, get_store
from kiosk.hub.pages.conversation.own_link import Piece, split_message
from kiosk.hub.pages.visitor.own_claim import OwnClaim, require_opened, write_own_claim
from kiosk.hub.text.message_words import choose_message_words
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import Words
from kiosk.hub.web.page import render_page
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)


class SaidView(Struct, frozen=True):
    """A message as the page prints it; `by` says who wrote it, when, and of her own whether it was read.

    `about` leads to what it is about, where the page tells of more than one thing.
    """

    author: str
    pieces: list[Piece]
    by: str
    about: Piece | None = None


@router.get("/c/{token}/thread")
def get_thread(page: PageRequestDep, token: str, state: Literal["visible", "hidden"] = "hidden") -> Response:
    """The conversation as it is now; `state` says whether somebody sees the page (W3C Page Visibility)."""
    with write_own_claim(page, token, opens=False) as (session, own):
        require_opened(own)
        words = page.choose_words(own.bookmark.language)
        messages = list_said(page, session, own)
        note = note_read if state == "visible" else note_delivered
        note(messages, MEMBER, page.hub.now())
        said = view_thread(page, get_store(session, own.bookmark.store_id), words, messages)
    return render_page("thread.html", words, {"said": said, "last": messages[-1].id})


def list_said(page: PageRequest, session: Session, own: OwnClaim) -> list[Message]:
    """The conversation since this bookmark, as far as it was held on pages of this browser; at first the greeting."""
    bookmark = own.bookmark
    if not own.is_opened:
        return [session.get_one(Message, bookmark.first_message_id)]
    held = select_held(page.browser.hash)
    return list_messages(session, bookmark.conversation_id, bookmark.first_message_id, held)


def view_thread(page: PageRequest, store: Store, words: Words, messages: Sequence[Message]) -> list[SaidView]:
    """These messages as the page prints them."""
    phrases, now = choose_message_words(words.language), page.hub.now()

    def describe(message: Message) -> str:
        is_own = message.author == MEMBER
        author = words.own_author if is_own else words.store_author.format(store=store.name)
        moment = format_moment(message.written_at, now, store.time_zone, words)
        return " · ".join([author, moment] + [phrases.read] * (is_own and message.read_at is not None))

    def split(message: Message) -> list[Piece]:
        return split_message(message, store.id, page.hub.settings.public_url, phrases)

    return [SaidView(message.author, split(message), describe(message)) for message in messages]
