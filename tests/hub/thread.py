"""What is kept and said in a conversation, without a screen or a phone."""

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, hear_member, tell_member
from kiosk.hub.domain.conversation.page import make_page
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Entry, Message, list_all_messages
from tests.hub.running import A_HASH


def keep_mug(hub: Hub, bookmark_id: str = "b") -> Bookmark:
    """Somebody with a card keeps the mug."""
    tap = Tap(bookmark_id, "f", "uid", A_HASH, hub.now(), "de")
    with hub.database.write() as session:
        return keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)


def say(hub: Hub, bookmark: Bookmark, text: str, entry: Entry = "console") -> None:
    """The store says it, on the page of this bookmark."""
    with hub.database.write() as session:
        tell_member(hub, session, make_page(bookmark), Said(text, entry, f"nonce of {text}"))


def write(hub: Hub, bookmark: Bookmark, text: str) -> None:
    """The member writes it there."""
    with hub.database.write() as session:
        hear_member(hub, session, make_page(bookmark), Said(text, "web", f"nonce of {text}"))


def list_thread(hub: Hub, bookmark: Bookmark) -> list[Message]:
    """All that was said."""
    with hub.database.read() as session:
        return list_all_messages(session, bookmark.conversation_id)
