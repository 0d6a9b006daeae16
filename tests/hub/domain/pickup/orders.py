"""Orders of the sample shop's web shop, and who picks them."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.order_event import Placed, place_pickup
from kiosk.hub.domain.pickup.picking import advance_pickup, note_line
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.pickup.pickup import Pickup, PickupLine
from kiosk.hub.models.store.source import Source
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.basket.goods import PEN, WINE
from tests.hub.running import NOW

KEY = "write-key"
ADDRESS = "Anna Arendt\nAm Anger 1\n99084 Erfurt"
LINES = (PickupLine(PEN, "Pen", 2), PickupLine(WINE, "Wine", 1))


def add_shop(session: Session, *, vouches: bool = True) -> Source:
    """The web shop, a source of the store's."""
    source = Source(store_id=STORE, id="web", key_hash=digest(KEY), vouches=vouches, made_at=NOW)
    session.add(source)
    session.flush()
    return source


def keep_mug(hub: Hub, session: Session) -> str:
    """Have somebody keep a mug with her card; her key."""
    tap = Tap("b-mug", "f", "uid", digest("card"), NOW, "en", screen="window-1")
    bookmark: Bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)
    session.flush()
    return bookmark.member_key


def place(hub: Hub, session: Session, source: Source, member_key: str | None = None, order: str = "w-1") -> Pickup:
    return place_pickup(hub, session, Placed(STORE, source.id, order, NOW, LINES, member_key))[0]


def place_home(hub: Hub, session: Session, member_key: str | None = None) -> Pickup:
    """One that is brought home."""
    placed = Placed(STORE, "phones/home", "w-home", NOW, LINES, member_key, way="home", address=ADDRESS)
    return place_pickup(hub, session, placed)[0]


def lay_ready(hub: Hub, session: Session, pickup: Pickup) -> None:
    """Find all of it."""
    for number in range(len(pickup.lines)):
        note_line(hub, session, pickup, number, Outcome("picked"))
    advance_pickup(hub, session, pickup, "ready", "Ida")
