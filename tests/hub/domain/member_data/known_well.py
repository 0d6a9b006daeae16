"""A member of whom the hub knows something in nearly every table, as it comes to know it."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import redeem_coupon
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.purchase import name_purchase, note_purchase
from kiosk.hub.domain.joining.membership import Joining, join_member
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.conversation.errand import Errand
from kiosk.hub.models.conversation.message import MEMBER, Message
from kiosk.hub.models.conversation.push_subscription import PushSubscription, subscribe
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.models.handshake.handshake_step import add_step
from kiosk.hub.models.handshake.reservation import Reservation
from kiosk.hub.models.handshake.size import Size
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import Credential, add_browser
from kiosk.hub.models.members.mail_link import MailLink
from kiosk.hub.models.members.member import Member, note_change
from kiosk.hub.models.members.member_sign_in import MemberSignIn
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from kiosk.hub.models.outside.wallet_device import WalletDevice
from kiosk.hub.models.people.record_look import RecordLook
from kiosk.hub.models.profile.identifier import Identifier
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.models.store.event import Event
from kiosk.hub.models.store.happening import Happening
from kiosk.hub.models.store.till import Till
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import NOW

KEY = bytes(range(32))
OPEN, BOUGHT = "019aa1b2-0000-7000-8000-000000000001", "019aa1b2-0000-7000-8000-000000000002"
ADDRESS, WORDS, BROWSER, SERIAL = "mara.muster@example.com", "Haben Sie die Vase auch in Blau?", "b" * 64, "serial-7"
SIZES, HOME = "Schuhe 38, Oberteile M", "Lindenweg 3, 10115 Berlin"
PHONE, IDENTIFIER = "https://push.example/mara", "e" * 64


class Known(Struct, frozen=True):
    """Her pseudonym, and her card's hash."""

    key: str
    card: str


def get_to_know(hub: Hub) -> Known:
    """Have her join, keep two offers, buy one of them, ask, and use all that there is."""
    with hub.database.write() as session:
        consents = (PROXIMITY, PERSONAL_OFFERS)
        joining = Joining(STORE, "de", ("garden",), consents, ("aa:bb",), ("04a1b2c3",), visits=3)
        member = join_member(hub, session, joining, KEY)
        card = session.scalars(select(Credential).where(Credential.member_key == member.key)).one()
        note_change(session, member)
        _sign_in(session, member)
        _keep(hub, session, card)
        _shop(hub, session, member)
        _use_phone(hub, session, member)
        _show_at_the_counter(session, member)
        return Known(member.key, card.value)


def list_secrets(known: Known) -> Iterator[str]:
    """What must be in no file once she is gone; Google's name for her coupon stays until Google has heard."""
    yield from (known.card, OPEN, BOUGHT, ADDRESS, WORDS, BROWSER, PHONE, SIZES, HOME)


def read_all(folder: Path) -> bytes:
    """All bytes of the database's own files."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("hub.sqlite3*")))


def _sign_in(session: Session, member: Member) -> None:
    rows = (
        Account(member_key=member.key, store_id=STORE, opened_at=NOW, address=ADDRESS),
        MemberSignIn(token_hash="t" * 64, member_key=member.key, began_at=NOW),
        MailLink(
            token_hash="l" * 64, store_id=STORE, address=ADDRESS, browser_hash=BROWSER, language="de", made_at=NOW
        ),
        Identifier(
            store_id=STORE, kind="user", value=IDENTIFIER, member_key=member.key, is_verified=True, known_since=NOW
        ),
    )
    session.add_all(rows)


def _keep(hub: Hub, session: Session, card: Credential) -> None:
    for bookmark_id, offer in ((OPEN, "o-vase"), (BOUGHT, "o-watch")):
        tap = Tap(bookmark_id, "f", card.kind, card.value, NOW - timedelta(minutes=7), "de", FIRST_SCREEN, "home")
        bookmark = keep_offer(hub, session, session.get_one(Offer, offer), tap)
        data = {"offer": offer, "bookmark": bookmark_id, "outcome": "saved"}
        event = Event(
            store_id=STORE,
            screen_id=FIRST_SCREEN,
            id=f"{bookmark_id[:-3]}f{bookmark_id[-2:]}",
            type="kiosk.tap",
            source=f"/{STORE}/{FIRST_SCREEN}",
            happened_at=NOW,
            received_at=NOW,
            data=data,
        )
        session.add(event)
        message = Message(
            conversation_id=bookmark.conversation_id, bookmark_id=bookmark_id, author=MEMBER, text=WORDS, written_at=NOW
        )
        session.add(message)
        session.flush()
        session.add(Errand(message_id=message.id, channel="push", is_awaited=True, due_at=NOW))


def _shop(hub: Hub, session: Session, member: Member) -> None:
    bought = session.get_one(Bookmark, BOUGHT)
    redeem_coupon(session, bought, None, NOW)
    note_purchase(hub, session, member.key, name_purchase(BOUGHT), Money(Decimal("20.00"), "EUR"))
    gift = make_gift(Cause(f"login:{member.key}:2026-11-22", "login", "for each time"), "points", member.key, 5)
    post(session, STORE, gift, NOW)
    session.add(Till(store_id=STORE, id="till-9", token_hash="9" * 64))
    session.flush()
    receipt = Receipt(
        store_id=STORE,
        till_id="till-9",
        id="r-1",
        fingerprint="f",
        bought_at=NOW,
        total=Decimal("20.00"),
        currency="EUR",
        lines=[{"category": "Home", "name": "Vase"}],
        was_known=True,
        member_key=member.key,
    )
    happening = Happening(store_id=STORE, id="h-1", kind="order_ready", happened_at=NOW, bookmark_id=OPEN)
    session.add_all((receipt, happening))


def _use_phone(hub: Hub, session: Session, member: Member) -> None:
    open_claim(get_claim_of(session, OPEN), BROWSER, NOW)
    add_browser(session, STORE, BROWSER, member.key)
    subscribe(session, PushSubscription(endpoint=PHONE, browser_hash=BROWSER, p256dh="p", auth="a"))
    coupon = WalletCoupon(serial=SERIAL, bookmark_id=OPEN, made_at=hub.now(), told_at=hub.now(), is_at_google=True)
    session.add(coupon)
    session.flush()
    session.add(WalletDevice(device_hash="d" * 64, serial=SERIAL, push_token="t", registered_at=NOW))  # noqa: S106 # it opens nothing


def _show_at_the_counter(session: Session, member: Member) -> None:
    handshake = Handshake(
        id="h-1", store_id=STORE, member_key=member.key, began_at=NOW, state="ended", due_at=NOW, clerk="sam"
    )
    session.add_all((handshake, Size(member_key=member.key, text=SIZES)))
    session.flush()
    add_step(session, handshake.id, "looked", NOW, "kept")
    session.add(RecordLook(member_key=member.key, clerk="sam", role="staff", record="profile", happened_at=NOW))
    reservation = Reservation(
        id="order-1",
        store_id=STORE,
        bookmark_id=OPEN,
        number="K7Q4",
        way="home",
        state="ordered",
        variant="",
        placed_at=NOW,
        changed_at=NOW,
        clerk="sam",
        address=HOME,
    )
    session.add(reservation)
    session.flush()
