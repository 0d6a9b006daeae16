"""Brings it by ringing phones: all that may read the page, with no word of what was said."""

import msgspec
from sqlalchemy.orm import Session

from kiosk.hub.delivery.carrier import Outcome, Sending
from kiosk.hub.domain.consent.rung_phone import list_rung_phones
from kiosk.hub.domain.conversation.page import Page
from kiosk.hub.models.conversation.claim import get_token_of
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.store.store import get_store
from kiosk.hub.push.push_service import PushService
from kiosk.hub.push.ringing import NotRung, ring
from kiosk.hub.push.subscription import Subscription
from kiosk.hub.text.message_words import choose_message_words
from kiosk.hub.web.links import link_claim, link_messages


class PushCarrier:
    """The channel of phones that may be rung; `None` for a service: none may."""

    def __init__(self, service: PushService | None, public_url: str) -> None:
        self._service = service
        self._public_url = public_url

    def prepare(self, session: Session, page: Page, message: Message) -> Sending | None:
        """How to ring them; `None`: there is none."""
        service = self._service
        readers = list_rung_phones(session, page)
        if service is None or not readers:
            return None
        subscriptions = [Subscription(one.endpoint, one.p256dh, one.auth) for one in readers]
        topic = f"m{message.id}"
        payload = self._write(session, page, topic)
        return lambda: _ring_all(service, subscriptions, payload, topic)

    def _write(self, session: Session, page: Page, topic: str) -> str:
        """Anybody may see it on a locked phone: so it says who wrote, and not what."""
        token = get_token_of(session, page.bookmark_id) if page.bookmark_id else None
        shown = {
            "title": get_store(session, page.store_id).name,
            "body": choose_message_words(page.language).rings,
            "url": link_claim(self._public_url, token) if token else link_messages(self._public_url),
            "tag": topic,
        }
        return msgspec.json.encode(shown).decode()


def _ring_all(service: PushService, subscriptions: list[Subscription], payload: str, topic: str) -> Outcome:
    """Sent, once one of them took it; else tried again as long as one of them may."""
    rung, failures = 0, dict[str, NotRung]()
    for subscription in subscriptions:
        try:
            ring(service, subscription, payload, topic)
        except NotRung as failure:
            failures[subscription.endpoint] = failure
        else:
            rung += 1
    open_ones = [failure for failure in failures.values() if not failure.is_final]
    return Outcome(
        is_sent=rung > 0,
        is_final=not open_ones,
        after=max((failure.after for failure in open_ones if failure.after), default=None),
        gone=tuple(endpoint for endpoint, failure in failures.items() if failure.is_gone),
    )
