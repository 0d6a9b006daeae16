"""What is kept and what happens in the tests of rules."""

from datetime import datetime

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.store.happening import Happening
from kiosk.hub.rules import Rule
from kiosk.hub.sample.shop import STORE

ENDS = Rule(name="ends", trigger="offer_ends", text={"de": "{offer} endet", "en": "{offer} ends"}, hours=-24)
BACK = Rule(name="back", trigger="back_in_stock", text={"de": "{offer} da", "en": "{offer} back"})
READY = Rule(name="ready", trigger="order_ready", text={"de": "{offer} bereit", "en": "{offer} ready"})


def end_at(hub: Hub, bookmark: Bookmark, end: datetime) -> None:
    """The kept offer is good until then."""
    with hub.database.write() as session:
        kept = session.get_one(Bookmark, bookmark.id)
        kept.expires_at = kept.due_at = end


def happen(hub: Hub, happening_id: str, *, offer_id: str | None = None, bookmark_id: str | None = None) -> None:
    """These goods are back, or the order of this bookmark is ready."""
    happening = Happening(
        store_id=STORE,
        id=happening_id,
        kind="order_ready" if bookmark_id else "back_in_stock",
        happened_at=hub.now(),
        offer_id=offer_id,
        bookmark_id=bookmark_id,
    )
    with hub.database.write() as session:
        session.add(happening)
