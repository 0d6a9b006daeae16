"""A member who kept something, and two of the staff, for what happens between them at the counter."""

from datetime import timedelta

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.handshake.agreement import SHARES
from kiosk.hub.domain.handshake.meeting import (
    Clerk,
    ask_by_code,
    confirm_handshake,
    make_handshake_code,
    show_code,
)
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.members.credential import BROWSER
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

SAM, NILS = Clerk("w_sam", "sam"), Clerk("w_nils", "nils")
SECRET = "what her phone alone knows"  # noqa: S105 # of a phone that there is not
MINUTE = timedelta(minutes=1)


class Customer(Struct, frozen=True):
    """She kept a mug with her phone, of which the store knows her."""

    member: Member
    bookmark: Bookmark


def welcome(hub: Hub, session: Session, browser: str = "b" * 64, bookmark_id: str = "b-1") -> Customer:
    tap = Tap(bookmark_id, "f", BROWSER, browser, NOW, "de")
    bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)
    return Customer(session.get_one(Member, bookmark.member_key), bookmark)


def ask(hub: Hub, session: Session, customer: Customer, clerk: Clerk = SAM) -> Handshake:
    """She shows a code, and the clerk takes it."""
    handshake = show_code(hub, session, customer.member, SECRET)
    return ask_by_code(hub, session, STORE, clerk, make_handshake_code(SECRET, handshake))


def share(hub: Hub, session: Session, customer: Customer) -> Handshake:
    """She shows all that she can."""
    handshake = ask(hub, session, customer)
    confirm_handshake(hub, session, handshake, SHARES)
    return handshake
