"""What happens in a week of the sample shop, for tests of what is told of it."""

from datetime import date, datetime

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.store.event import Event
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE

MONDAY = date(2026, 11, 16)


def see(hub: Hub, kind: str, happened_at: datetime, bookmarks: list[str | None]) -> None:
    """Have the screen tell at once of one event for each of these, of the mug."""
    with hub.database.write() as session:
        for number, bookmark in enumerate(bookmarks):
            event = Event(
                store_id=STORE,
                screen_id=FIRST_SCREEN,
                id=f"{kind}-{hub.now():%d}-{number}",
                type=kind,
                source="/s",
                happened_at=happened_at,
                received_at=hub.now(),
                data={"offer": "o-mug", "bookmark": bookmark},
            )
            session.add(event)


def keep(hub: Hub, offer: str, count: int) -> list[str]:
    """Have so many members keep the offer now, and buy it; their keys."""
    now, keys = hub.now(), list[str]()
    with hub.database.write() as session:
        for number in range(count):
            tap = Tap(
                f"{offer}-{number}", "f", "uid", f"{offer}{number}".ljust(64, "0"), now, "de", FIRST_SCREEN, "home"
            )
            keep_offer(hub, session, session.get_one(Offer, offer), tap)
            bookmark = session.get_one(Bookmark, tap.id)
            bookmark.redeemed_at = now
            keys.append(bookmark.member_key)
    return keys
