"""Brings events to their webhooks, in their order, until they were taken."""

import logging
import random
from datetime import timedelta

from kiosk.backoff import Backoff
from kiosk.hub.context import Hub
from kiosk.hub.models.outside.webhook import Webhook, list_due_webhooks
from kiosk.hub.models.outside.webhook_event import WebhookEvent, drop_event, drop_events, list_waiting
from kiosk.hub.webhooks.destination import Resolve, resolve_host
from kiosk.hub.webhooks.post import Letter, Outcome, post_letter
from kiosk.poller import Poller

LONGEST = timedelta(days=3)
"""So long an event is tried; who was away for longer asks for what happened by other ways."""
_MOST_AT_ONCE = 50
_EVERY_S, _REST_S = 2.0, 30.0
_BACKOFF = Backoff(random.SystemRandom().random, base_s=5.0, cap_s=3600.0, least=0.5)
_log = logging.getLogger(__name__)


def keep_webhooks_told(hub: Hub) -> Poller:
    """Bring events for as long as this lasts."""
    return Poller("webhooks", lambda: bring_events(hub), _REST_S)


def bring_events(hub: Hub, backoff: Backoff = _BACKOFF, resolve: Resolve = resolve_host) -> float:
    """Bring what waits for webhooks that are due; the seconds until the next time.

    One that takes none is left alone for a while, and keeps no other waiting.
    """
    with hub.database.read() as session:
        due = [(one, list_waiting(session, one.id, _MOST_AT_ONCE)) for one in list_due_webhooks(session, hub.now())]
    for webhook, events in due:
        for event in events:
            outcome = _bring(hub, webhook, event, resolve)
            _note(hub, webhook.id, event, outcome, backoff)
            if outcome.what != "taken":
                break
    return _EVERY_S


def _bring(hub: Hub, webhook: Webhook, event: WebhookEvent, resolve: Resolve) -> Outcome:
    letter = Letter(webhook.url, webhook.secret, webhook.allows_private, event.event_id, event.body)
    try:
        return post_letter(letter, hub.now(), resolve)
    except Exception as error:  # noqa: BLE001  # whatever one receiver answers, the others are told
        return Outcome("failed", type(error).__name__)


def _note(hub: Hub, webhook_id: str, event: WebhookEvent, outcome: Outcome, backoff: Backoff) -> None:
    now = hub.now()
    with hub.database.write() as session:
        webhook = session.get(Webhook, webhook_id)
        if webhook is None:  # it was removed meanwhile, and its events with it
            return
        match outcome.what:
            case "taken":
                webhook.tries = 0
                drop_event(session, event.number)
            case "gone":
                webhook.disabled_at = now
                _log.warning("webhook %s is gone by its own word: it is told nothing any more", webhook_id)
                drop_events(session, webhook_id)
            case "failed":
                webhook.tries += 1
                webhook.due_at = now + timedelta(seconds=backoff.draw(webhook.tries, outcome.retry_after_s))
                _log.info("webhook %s took nothing: %s", webhook_id, outcome.why)
                drop_events(session, webhook_id, now - LONGEST)
