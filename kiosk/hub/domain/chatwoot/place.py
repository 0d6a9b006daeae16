"""Finds or makes the place of a conversation at the store's Chatwoot: one contact and one conversation, ever."""

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.domain.conversation.page import get_page
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink, find_link
from kiosk.hub.models.store.store import get_store


def find_place(desk: Desk, link: ChatwootLink) -> int:
    """The conversation's number there. Raises `NotNow` and `Declined`.

    Whatever was made before, by a try of which nobody heard, is found again by the name that the link has.
    """
    if link.number is not None:
        return link.number
    client, name = desk.client, link.source_id
    contact = client.find_contact(name) or client.add_contact(name)
    _note(desk, link.conversation_id, contact_id=contact.id)
    known = client.list_conversations(name)
    place = known[0] if known else client.open_conversation(name, _describe(desk, link))
    _note(desk, link.conversation_id, contact_id=contact.id, number=place.id)
    return place.id


def forget_place(desk: Desk, conversation_id: str) -> None:
    """It is not there any more: it is looked for, or made, anew."""
    _note(desk, conversation_id, contact_id=None)


def _note(desk: Desk, conversation_id: str, *, contact_id: int | None, number: int | None = None) -> None:
    with desk.hub.database.write() as session:
        link = find_link(session, conversation_id)
        if link:
            link.contact_id, link.number = contact_id, number


def _describe(desk: Desk, link: ChatwootLink) -> dict[str, str]:
    """What people see beside the conversation."""
    with desk.hub.database.read() as session:
        first = session.get_one(Message, link.begins_with)
        store = get_store(session, get_page(session, first).store_id)
        if first.bookmark_id is None:
            return {"store": store.name}
        offer = session.get_one(Offer, session.get_one(Bookmark, first.bookmark_id).offer_id)
    return {"store": store.name, "offer": choose_phrase(offer.title, store.language)}
