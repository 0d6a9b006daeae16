"""How a customer's card asks for her phone: one of the staff waits at a screen, and she keeps its offer with her card.

A tap tells who is meant and lets nobody see anything: she confirms on her own phone. As in
`domain/credentials/card_window.py`, what several cards did in that time proves nothing of any.
"""

from enum import Enum

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.handshake.meeting import Clerk, ask_by_card
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.handshake.card_ask import CardAsk, close_card_ask
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.members.credential import BROWSER, Credential
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.problem import Problem


class Seen(Enum):
    """What came of the waiting, where nobody could be asked."""

    NOTHING = "nothing"
    SEVERAL_CARDS = "several_cards"
    TAKEN = "taken"


def look_for_card(hub: Hub, session: Session, card_ask: CardAsk, clerk: Clerk) -> Handshake | Seen:
    """The handshake with the one whose card was tapped since; what ends the waiting closes it."""
    members = {find_person(session, member).key: member for member in _list_tapped(session, card_ask)}
    if not members:
        return Seen.NOTHING
    close_card_ask(session, card_ask.clerk_id)
    if len(members) > 1:
        return Seen.SEVERAL_CARDS
    try:
        return ask_by_card(hub, session, find_person(session, *members.values()), clerk)
    except Problem:
        return Seen.TAKEN


def _list_tapped(session: Session, card_ask: CardAsk) -> list[Member]:
    """Who kept something with a card at this screen, both tapped and heard of since then."""
    since = card_ask.opened_at
    cards = select(Credential.member_key).where(Credential.kind != BROWSER)
    query = select(Bookmark.member_key).where(
        Bookmark.store_id == card_ask.store_id,
        Bookmark.screen_id == card_ask.screen_id,
        Bookmark.kept_at >= since,
        Bookmark.tapped_at >= since,
        Bookmark.member_key.in_(cards),
    )
    return [session.get_one(Member, key) for key in session.scalars(query.distinct().order_by(Bookmark.member_key))]
