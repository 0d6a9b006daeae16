"""What the hub asks a Chatwoot for, verb by verb."""

from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import msgspec

from kiosk.hub.chatwoot.line import MISSING, Declined, Line, NotNow
from kiosk.hub.chatwoot.shapes import Contact, Conversation, Inbox, Inboxes, Letter, Page, RemoteMessage

PAGE = 100
"""So many messages stand on a page; one with fewer is the last (`MessageFinder#messages_after`)."""

Shape = TypeVar("Shape")


class Client:
    """Asks for one thing at a time; all of it raises `NotNow`, and `Declined` where nothing else is said."""

    def __init__(self, line: Line) -> None:
        chatwoot = line.chatwoot
        self._line = line
        self._chatwoot = chatwoot
        self._inbox = f"/public/api/v1/inboxes/{chatwoot.inbox}"
        self._account = f"/api/v1/accounts/{chatwoot.account}"

    def find_contact(self, source_id: str) -> Contact | None:
        """The contact whom the hub calls so."""
        who = urlencode(self._chatwoot.vouch(source_id))
        try:
            return self._ask(Contact, "GET", f"{self._inbox}/contacts/{quote(source_id, safe='')}?{who}")
        except Declined as declined:
            if declined.status == MISSING:
                return None
            raise

    def add_contact(self, source_id: str) -> Contact:
        """A new contact, of whom nothing is told but what the hub calls her."""
        who = {"source_id": source_id, **self._chatwoot.vouch(source_id)}
        return self._ask(Contact, "POST", f"{self._inbox}/contacts", who)

    def drop_contact(self, contact_id: int) -> None:
        """Delete her with all that was said there; harmless where she is gone."""
        try:
            self._line.ask("DELETE", f"{self._account}/contacts/{contact_id}")
        except Declined as declined:
            if declined.status != MISSING:
                raise

    def list_conversations(self, source_id: str) -> list[Conversation]:
        """Her conversations in this inbox, the oldest first."""
        found = self._ask(list[Conversation], "GET", self._name_conversations(source_id))
        return sorted(found, key=lambda conversation: conversation.id)

    def open_conversation(self, source_id: str, attributes: Mapping[str, str]) -> Conversation:
        """Another conversation of hers; `attributes` stand beside it."""
        body = {"custom_attributes": attributes}
        return self._ask(Conversation, "POST", self._name_conversations(source_id), body)

    def read_conversation(self, number: int) -> Conversation:
        """The conversation as it is now."""
        return self._ask(Conversation, "GET", f"{self._account}/conversations/{number}")

    def list_messages(self, number: int, after: int) -> list[RemoteMessage]:
        """So many as fit on a page of those with a greater id than this, by their ids."""
        page = self._ask(Page, "GET", f"{self._name_messages(number)}?{urlencode({'after': after})}")
        return sorted(page.payload, key=lambda message: message.id)

    def send(self, number: int, letter: Letter) -> RemoteMessage:
        """Say it there."""
        body = {
            "content": letter.text,
            "message_type": "incoming" if letter.is_hers else "outgoing",
            "private": False,
            "source_id": letter.name,
            "echo_id": letter.name,
        }
        return self._ask(RemoteMessage, "POST", self._name_messages(number), body)

    def list_inboxes(self) -> list[Inbox]:
        """The account's inboxes."""
        return self._ask(Inboxes, "GET", f"{self._account}/inboxes").payload

    def _name_conversations(self, source_id: str) -> str:
        return f"{self._inbox}/contacts/{quote(source_id, safe='')}/conversations"

    def _name_messages(self, number: int) -> str:
        return f"{self._account}/conversations/{number}/messages"

    def _ask(self, shape: type[Shape], method: str, path: str, body: Mapping[str, Any] | None = None) -> Shape:
        answer = self._line.ask(method, path, body)
        try:
            return msgspec.json.decode(answer, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            # A proxy's page, most likely: what was asked for may have been done behind it.
            why = "it answered what no Chatwoot does"
            raise NotNow(why) from error
