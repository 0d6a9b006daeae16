"""Announces to other systems what happened, in the transaction in which it does: what is not kept is not told."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.outside.webhook import Webhook, list_open_webhooks
from kiosk.hub.models.outside.webhook_event import WebhookEvent
from kiosk.hub.webhooks.event import (
    BOOKMARK_KEPT,
    BOOKMARK_REDEEMED,
    CONSENT_WITHDRAWN,
    MEMBER_ERASED,
    MESSAGE_WRITTEN,
    Happening,
    write_event,
)


def announce_kept(hub: Hub, session: Session, bookmark: Bookmark) -> None:
    """An offer was kept."""
    data = {**_name_bookmark(bookmark), "zone": bookmark.zone, "language": bookmark.language}
    _announce(hub, session, bookmark.store_id, Happening(BOOKMARK_KEPT, bookmark.id, data))


def announce_redeemed(hub: Hub, session: Session, bookmark: Bookmark) -> None:
    """It was bought."""
    _announce(hub, session, bookmark.store_id, Happening(BOOKMARK_REDEEMED, bookmark.id, _name_bookmark(bookmark)))


def announce_message(hub: Hub, session: Session, store_id: str, message: Message) -> None:
    """Something was said, on the page of a bookmark or of none; what it was, is theirs who speak."""
    data = {
        "message": message.id,
        "conversation": message.conversation_id,
        "bookmark": message.bookmark_id,
        "author": message.author,
    }
    _announce(hub, session, store_id, Happening(MESSAGE_WRITTEN, message.conversation_id, data))


def announce_withdrawn(hub: Hub, session: Session, member: Member, purpose: str) -> None:
    """A member took a consent back."""
    happening = Happening(CONSENT_WITHDRAWN, member.key, {"member": member.key, "purpose": purpose})
    _announce(hub, session, member.store_id, happening)


def announce_erased(hub: Hub, session: Session, store_id: str, member_key: str) -> None:
    """A member was erased: whoever was told of her must forget her, too (GDPR, Article 19)."""
    happening = Happening(MEMBER_ERASED, member_key, {"member": member_key})
    for webhook in list_open_webhooks(session, store_id):
        _keep(hub, session, webhook, happening)


def _name_bookmark(bookmark: Bookmark) -> dict[str, str | None]:
    return {
        "bookmark": bookmark.id,
        "offer": bookmark.offer_id,
        "member": bookmark.member_key,
        "screen": bookmark.screen_id,
    }


def _announce(hub: Hub, session: Session, store_id: str, happening: Happening) -> None:
    """Keep it for each webhook that is told such."""
    for webhook in list_open_webhooks(session, store_id):
        if happening.kind in webhook.kinds:
            _keep(hub, session, webhook, happening)


def _keep(hub: Hub, session: Session, webhook: Webhook, happening: Happening) -> None:
    """Keep it for this one, under an id of its own, by which a repeat is known."""
    event_id, now = f"evt_{hub.mint()}", hub.now()
    body = write_event(happening, event_id, webhook.store_id, now)
    session.add(WebhookEvent(webhook_id=webhook.id, event_id=event_id, body=body, happened_at=now))
