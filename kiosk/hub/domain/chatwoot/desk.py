"""What all that is done at the store's Chatwoot needs: the hub, and a way to ask there."""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

from kiosk.hub.chatwoot.shapes import Contact, Conversation, Letter, RemoteMessage
from kiosk.hub.context import Hub


class Helpdesk(Protocol):
    """What a place must be able to do at which the store's people answer, so that nothing there is made twice or lost.

    It knows again what the hub called something (`source_id`, a letter's `name`), and lists messages by rising ids. All
    of it raises `NotNow` for what is to be tried again, and `Declined` for what never will be done.
    """

    def find_contact(self, source_id: str) -> Contact | None:
        """The contact whom the hub calls so."""
        ...

    def add_contact(self, source_id: str) -> Contact:
        """A new contact, of whom nothing is told but what the hub calls her."""
        ...

    def drop_contact(self, contact_id: int) -> None:
        """Delete her with all that was said there; harmless where she is gone."""
        ...

    def list_conversations(self, source_id: str) -> list[Conversation]:
        """Her conversations there, the oldest first."""
        ...

    def open_conversation(self, source_id: str, attributes: Mapping[str, str]) -> Conversation:
        """Another conversation of hers; `attributes` stand beside it."""
        ...

    def read_conversation(self, number: int) -> Conversation:
        """The conversation as it is now."""
        ...

    def list_messages(self, number: int, after: int) -> list[RemoteMessage]:
        """At most `PAGE` of those with a greater id than this, by their ids."""
        ...

    def send(self, number: int, letter: Letter) -> RemoteMessage:
        """Say it there."""
        ...


class Desk(Struct, frozen=True):
    """Both of them."""

    hub: Hub
    client: Helpdesk
