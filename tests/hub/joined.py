"""A member who has an account and kept nothing: what is said to her stands on the page of all her messages."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.conversation.conversation import Said, hear_member, tell_member
from kiosk.hub.domain.conversation.page import Page, make_own_page
from kiosk.hub.models.conversation.conversation import list_messages_with
from kiosk.hub.models.conversation.message import Entry, Message
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.accounts import ADDRESS


def add_joined(hub: Hub, session: Session, key: str = "s_joined", address: str = ADDRESS, store: str = STORE) -> Member:
    """Somebody who joined by mail."""
    member = Member(key=key, store_id=store, joined_at=hub.now(), language="de", segments=[])
    session.add(member)
    session.flush()
    session.add(Account(member_key=key, store_id=store, opened_at=hub.now(), address=address))
    session.flush()
    return member


def find_joined(session: Session, address: str = ADDRESS) -> Member:
    """Whose account this address is."""
    return session.scalars(select(Member).join(Account).where(Account.address == address)).one()


def say_to(hub: Hub, page: Page, text: str, entry: Entry = "console") -> Message:
    """The store says it on her page."""
    with hub.database.write() as session:
        tell_member(hub, session, page, Said(text, entry, f"nonce of {text}"))
        return list_messages_with(session, [page.member_key])[-1]


def write_as(hub: Hub, page: Page, text: str) -> Message:
    """She writes it there."""
    with hub.database.write() as session:
        hear_member(hub, session, page, Said(text, "web", f"nonce of {text}"))
        return list_messages_with(session, [page.member_key])[-1]


def join_at(hub: Hub) -> Page:
    """The page of all messages of somebody who joined."""
    with hub.database.write() as session:
        return make_own_page(add_joined(hub, session))
