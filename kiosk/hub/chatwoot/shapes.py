"""What a Chatwoot answers, as far as the hub reads it.

Source: chatwoot/chatwoot, `app/views/public/api/v1/models` and `app/views/api/v1/models`.
"""

from typing import Annotated, Any, TypeAlias

from msgspec import Meta, Struct, field

Number: TypeAlias = Annotated[int, Meta(ge=0, lt=2**53)]
"""An id: what is larger, no database of a Chatwoot has."""
INCOMING, OUTGOING = 0, 1
"""The types of a message: from the contact, and to her."""


class Contact(Struct, frozen=True):
    """A contact, by the number that the application API knows her by."""

    id: Number


class Conversation(Struct, frozen=True):
    """A conversation, by its number within the account."""

    id: Number
    status: str = "open"


class RemoteMessage(Struct, frozen=True):
    """A message as it stands there; `source_id` is what its sender called it."""

    id: Number
    message_type: int
    content: str | None = None
    private: bool = False
    source_id: str | None = None
    content_attributes: dict[str, Any] | None = None
    attachments: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    @property
    def is_answer(self) -> bool:
        """Whether it is said to the contact."""
        return self.message_type == OUTGOING and not self.private

    @property
    def is_deleted(self) -> bool:
        """Whether it was taken back: another text stands in its place then."""
        return bool((self.content_attributes or {}).get("deleted"))


class Page(Struct, frozen=True):
    """Messages in the order of their times."""

    payload: list[RemoteMessage]


class Inbox(Struct, frozen=True):
    """An inbox as the account's list tells of it; the last three are those of the kind API."""

    channel_type: str
    inbox_identifier: str | None = None
    webhook_url: str | None = None
    hmac_token: str | None = None


class Inboxes(Struct, frozen=True):
    """The account's inboxes."""

    payload: list[Inbox]


class Letter(Struct, frozen=True):
    """What is said there, from the contact or to her: `name` is the hub's own for it, by which it is found again."""

    name: str
    text: str
    is_hers: bool

    @property
    def kind(self) -> int:
        """The type of the message that it becomes."""
        return INCOMING if self.is_hers else OUTGOING
