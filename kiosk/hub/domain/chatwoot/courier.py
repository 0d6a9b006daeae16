"""Keeps conversations the same here and at the store's Chatwoot, as long as the hub serves."""

import logging
import random
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta

from kiosk.backoff import Backoff
from kiosk.hub.chatwoot.client import Client
from kiosk.hub.chatwoot.line import MISSING, Declined, Line, NotNow
from kiosk.hub.context import Hub
from kiosk.hub.domain.chatwoot.desk import Desk, Helpdesk
from kiosk.hub.domain.chatwoot.hearing import hear_new
from kiosk.hub.domain.chatwoot.pace import plan_look
from kiosk.hub.domain.chatwoot.place import find_place, forget_place
from kiosk.hub.domain.chatwoot.sending import send_waiting
from kiosk.hub.models.outside.chatwoot_departure import ChatwootDeparture, find_due_departure
from kiosk.hub.models.outside.chatwoot_link import ChatwootLink, find_link, list_due_links
from kiosk.hub.models.outside.chatwoot_message import find_unsent
from kiosk.poller import Poller

_MOST_AT_ONCE = 50
_EVERY_S, _REST_S = 1.0, 30.0
_BACKOFF = Backoff(random.SystemRandom().random, base_s=2.0, cap_s=900.0, least=0.5)
_log = logging.getLogger(__name__)


class Courier:
    """Looks at what is due, one after the other; where nothing goes well there, nothing is asked for a while."""

    def __init__(self, desk: Desk, backoff: Backoff = _BACKOFF) -> None:
        self._desk = desk
        self._backoff = backoff
        self._tries = 0

    def run(self) -> float:
        """Look at what is due; the seconds until the next time."""
        hub = self._desk.hub
        try:
            self._let_go()
            with hub.database.read() as session:
                due = list_due_links(session, hub.now(), _MOST_AT_ONCE)
            for conversation_id in due:
                self._attend(conversation_id)
        except NotNow as failure:
            return self._complain(failure)
        self._tries = 0
        return _EVERY_S

    def _complain(self, failure: NotNow) -> float:
        self._tries += 1
        if self._tries == 1:
            _log.warning("the store's Chatwoot cannot be asked: %s; `kiosk hub chatwoot check` says more", failure)
        return self._backoff.draw(self._tries, failure.after)

    def _attend(self, conversation_id: str) -> None:
        with self._desk.hub.database.read() as session:
            link = find_link(session, conversation_id)
        if link is None:  # its member was erased meanwhile
            return
        try:
            _keep_same(self._desk, link)
        except NotNow as failure:
            self._postpone(conversation_id, failure.after)
            if failure.is_everywhere:
                raise
        except Declined as declined:
            self._postpone(conversation_id)
            if declined.status == MISSING:
                forget_place(self._desk, conversation_id)
        except Exception as error:  # noqa: BLE001 # whatever is the matter with one, the others are told
            _log.error("a conversation stumbled on its way to Chatwoot: %s", type(error).__name__)
            self._postpone(conversation_id)
        else:
            self._settle(link)

    def _postpone(self, conversation_id: str, after: float | None = None) -> None:
        with self._desk.hub.database.write() as session:
            link = find_link(session, conversation_id)
            if link:
                link.tries += 1
                link.due_at = self._draw(link.tries, after)

    def _settle(self, seen: ChatwootLink) -> None:
        """Look again by and by; at once, where something was said or rung for meanwhile."""
        now = self._desk.hub.now()
        with self._desk.hub.database.write() as session:
            link = find_link(session, seen.conversation_id)
            if link:
                link.tries = 0
                is_quiet = link.due_at == seen.due_at and find_unsent(session, link) is None
                link.due_at = plan_look(link.stirred_at, now) if is_quiet else now

    def _let_go(self) -> None:
        """Delete there who was erased here."""
        hub = self._desk.hub
        while True:
            with hub.database.read() as session:
                departure = find_due_departure(session, hub.now())
            if departure is None:
                return
            self._let_one_go(departure)

    def _let_one_go(self, departure: ChatwootDeparture) -> None:
        try:
            _drop_contact(self._desk.client, departure)
        except (NotNow, Declined) as failure:  # who has the chat open is declined, and tried again
            with self._desk.hub.database.write() as session:
                found = session.get_one(ChatwootDeparture, departure.source_id)
                found.tries += 1
                found.due_at = self._draw(found.tries)
            if isinstance(failure, NotNow) and failure.is_everywhere:
                raise
        else:
            with self._desk.hub.database.write() as session:
                session.delete(session.get_one(ChatwootDeparture, departure.source_id))

    def _draw(self, tries: int, after: float | None = None) -> datetime:
        return self._desk.hub.now() + timedelta(seconds=self._backoff.draw(tries, after))


def keep_chatwoot_told(hub: Hub) -> AbstractContextManager[object]:
    """Keep both the same for as long as this lasts; nothing where the store has no Chatwoot."""
    chatwoot = hub.settings.chatwoot
    if chatwoot is None:
        return nullcontext()
    courier = Courier(Desk(hub, Client(Line(chatwoot, hub.now))))
    return Poller("chatwoot", courier.run, _REST_S)


def _keep_same(desk: Desk, link: ChatwootLink) -> None:
    number = find_place(desk, link)
    send_waiting(desk, link.conversation_id, number)
    hear_new(desk, link.conversation_id, number)


def _drop_contact(client: Helpdesk, departure: ChatwootDeparture) -> None:
    contact_id = departure.contact_id
    if contact_id is None:  # she may have been made by a try of which nobody heard
        contact = client.find_contact(departure.source_id)
        contact_id = contact.id if contact else None
    if contact_id is not None:
        client.drop_contact(contact_id)
