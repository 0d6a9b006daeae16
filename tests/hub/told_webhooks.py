"""Webhooks of a hub, and events for them."""

from kiosk.hub.context import Hub
from kiosk.hub.models.outside.webhook import Webhook
from kiosk.hub.models.outside.webhook_event import WebhookEvent
from kiosk.hub.sample.shop import STORE
from kiosk.hub.webhooks.signature import make_secret


def add_webhook(hub: Hub, webhook_id: str, *kinds: str, url: str = "https://crm.example") -> None:
    """A webhook that may lie on this machine."""
    webhook = Webhook(
        id=webhook_id,
        store_id=STORE,
        url=url,
        secret=make_secret(webhook_id),
        kinds=list(kinds),
        allows_private=True,
        made_at=hub.now(),
        due_at=hub.now(),
    )
    with hub.database.write() as session:
        session.add(webhook)


def add_events(hub: Hub, webhook_id: str, *event_ids: str) -> None:
    """Events that happened now."""
    with hub.database.write() as session:
        for event_id in event_ids:
            event = WebhookEvent(webhook_id=webhook_id, event_id=event_id, body="{}", happened_at=hub.now())
            session.add(event)
            session.flush()
