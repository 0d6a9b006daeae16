"""Tells the store's Chatwoot what was said, message by message, each of them once."""

from datetime import timedelta

from msgspec import Struct

from kiosk.hub.chatwoot.client import PAGE
from kiosk.hub.chatwoot.line import MISSING, Declined, NotNow
from kiosk.hub.chatwoot.shapes import Letter, RemoteMessage
from kiosk.hub.domain.chatwoot.desk import Desk
from kiosk.hub.models.conversation.message import MEMBER
from kiosk.hub.models.outside.chatwoot_link import find_link
from kiosk.hub.models.outside.chatwoot_message import ChatwootMessage, find_last_remote, find_unsent

LONGEST = timedelta(days=3)
"""So long a message is tried that alone fails."""
_NAME = "vitrine-{id}"


class _Begun(Struct, frozen=True):
    """A message that is being told; `after` is the last one that is known to stand there."""

    message_id: int
    letter: Letter
    was_tried: bool
    after: int


def send_waiting(desk: Desk, conversation_id: str, number: int) -> None:
    """Tell all that is not told yet, in its order. Raises `NotNow`, and `Declined` where the place is gone."""
    while begun := _begin(desk, conversation_id):
        try:
            remote = (_find_sent(desk, number, begun) if begun.was_tried else None) or desk.client.send(
                number, begun.letter
            )
        except Declined as declined:
            if declined.status == MISSING:
                raise
            _bury(desk, begun, str(declined))
        except NotNow as failure:
            if failure.is_everywhere or not _is_too_old(desk, begun):
                raise
            _bury(desk, begun, str(failure))
        else:
            _note(desk, begun, remote)


def _begin(desk: Desk, conversation_id: str) -> _Begun | None:
    with desk.hub.database.write() as session:
        link = find_link(session, conversation_id)
        message = find_unsent(session, link) if link else None
        if message is None:
            return None
        was_tried = session.get(ChatwootMessage, message.id) is not None
        if not was_tried:
            row = ChatwootMessage(message_id=message.id, conversation_id=conversation_id, tried_at=desk.hub.now())
            session.add(row)
        letter = Letter(_NAME.format(id=message.id), message.text, message.author == MEMBER)
        return _Begun(message.id, letter, was_tried, find_last_remote(session, conversation_id))


def _find_sent(desk: Desk, number: int, begun: _Begun) -> RemoteMessage | None:
    """The message as it stands there, for a try of which nobody heard what came of it."""
    after = begun.after
    while True:
        page = desk.client.list_messages(number, after)
        found = next((remote for remote in page if _is_same(remote, begun.letter)), None)
        if found or len(page) < PAGE:
            return found
        after = page[-1].id


def _is_same(remote: RemoteMessage, letter: Letter) -> bool:
    """By its name; by its words where a Chatwoot keeps no names, for nobody else says the same there just now."""
    if remote.source_id:
        return remote.source_id == letter.name
    return remote.message_type == letter.kind and not remote.private and remote.content == letter.text


def _is_too_old(desk: Desk, begun: _Begun) -> bool:
    with desk.hub.database.read() as session:
        row = session.get(ChatwootMessage, begun.message_id)
        return row is not None and desk.hub.now() - row.tried_at >= LONGEST


def _note(desk: Desk, begun: _Begun, remote: RemoteMessage) -> None:
    with desk.hub.database.write() as session:
        row = session.get(ChatwootMessage, begun.message_id)
        if row:
            row.remote_id = remote.id


def _bury(desk: Desk, begun: _Begun, why: str) -> None:
    """Give it up, so that those after it are told; it stays, with the reason."""
    with desk.hub.database.write() as session:
        row = session.get(ChatwootMessage, begun.message_id)
        if row:
            row.dead_at, row.why = desk.hub.now(), why
