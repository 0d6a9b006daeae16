"""A page of a kept offer that is open in a browser known as the member's own."""

from datetime import datetime

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.credential import Credential, add_browser
from tests.hub.running import NOW


def keep_with_card(hub: Hub, member_key: str, name: str, at: datetime = NOW, language: str = "de") -> Bookmark:
    """Keep the mug with the member's card."""
    with hub.database.write() as session:
        card = session.scalars(select(Credential).where(Credential.member_key == member_key)).first()
        assert card
        tap = Tap(name, "f", card.kind, card.value, at, language, screen="window-1", zone="home")
        return keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)


def open_in(hub: Hub, bookmark: Bookmark, browser_hash: str, *, is_hers: bool) -> None:
    """Open its page in this browser, which the counter may know."""
    with hub.database.write() as session:
        open_claim(get_claim_of(session, bookmark.id), browser_hash, NOW)
        if is_hers:
            add_browser(session, bookmark.store_id, browser_hash, bookmark.member_key)


def read_messages(hub: Hub, bookmark_id: str) -> list[str]:
    """What the store said on that page."""
    with hub.database.read() as session:
        query = select(Message.text).where(Message.bookmark_id == bookmark_id).order_by(Message.id)
        return list(session.scalars(query))
