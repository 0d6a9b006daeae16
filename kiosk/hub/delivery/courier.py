"""Runs errands, one by one: begun in the database before anything is sent, and noted there once it is."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import assert_never, cast
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.delivery.carrier import Carrier, Outcome, Sending
from kiosk.hub.delivery.circumstances import gather_month
from kiosk.hub.delivery.decision import HANDED_ON, NO_ADDRESS, REFUSED, Close, Run, Wait, decide, reckon_pause
from kiosk.hub.delivery.mail_carrier import MailCarrier
from kiosk.hub.delivery.push_carrier import PushCarrier
from kiosk.hub.domain.conversation.page import get_page
from kiosk.hub.manners import find_midnight
from kiosk.hub.models.conversation.errand import CHANNELS, Channel, Errand, close_errand, find_due, lease, note_sent
from kiosk.hub.models.conversation.message import MEMBER, Message, note_delivered
from kiosk.hub.models.conversation.push_subscription import forget_endpoint
from kiosk.hub.models.store.store import get_store
from kiosk.poller import Poller

LEASE = timedelta(minutes=5)
"""So long a sending may take; whoever died amid it is followed by another try after that."""
_PAUSE_S = 5.0


class _Begun(Struct, frozen=True):
    message_id: int
    channel: Channel
    send: Sending


class Courier:
    """Runs the errands of this hub, each by the carrier of its channel."""

    def __init__(self, hub: Hub, carriers: Mapping[Channel, Carrier]) -> None:
        self._hub = hub
        self._carriers = carriers

    def run_all(self) -> float:
        """Run what is due; seconds until the next look."""
        while self._is_due():
            self.run_next()
        return _PAUSE_S

    def run_next(self) -> None:
        """Look at the errand that waits longest of those that are due."""
        begun = self._begin()
        if begun:
            outcome = begun.send()
            self._note(begun, outcome)

    def _is_due(self) -> bool:
        with self._hub.database.read() as session:
            return find_due(session, self._hub.now()) is not None

    def _begin(self) -> _Begun | None:
        with self._hub.database.write() as session:
            errand = find_due(session, self._hub.now())
            return self._judge(session, errand) if errand else None

    def _judge(self, session: Session, errand: Errand) -> _Begun | None:
        now, message = self._hub.now(), session.get_one(Message, errand.message_id)
        page = get_page(session, message)
        channel = cast("Channel", errand.channel)
        send = self._carriers[channel].prepare(session, page, message)
        zone = ZoneInfo(get_store(session, page.store_id).time_zone)
        facts = gather_month(session, errand, message, find_midnight(now, zone))
        decision = decide(facts, self._hub.settings.manners, now, zone)
        match decision:
            case Close():
                _close(session, errand, decision.outcome, now)
            case Wait():
                errand.due_at = decision.until
            case Run():
                if send is None:
                    _close(session, errand, NO_ADDRESS, now)
                else:
                    lease(errand, now, LEASE)
                    return _Begun(message.id, channel, send)
            case _:
                assert_never(decision)
        return None

    def _note(self, begun: _Begun, outcome: Outcome) -> None:
        now = self._hub.now()
        with self._hub.database.write() as session:
            errand = session.get_one(Errand, (begun.message_id, begun.channel))
            for endpoint in outcome.gone:
                forget_endpoint(session, endpoint)
            if outcome.is_sent:
                note_sent(errand, now)
                note_delivered([session.get_one(Message, begun.message_id)], MEMBER, now)
            elif outcome.is_final:
                _close(session, errand, REFUSED, now)
            else:
                errand.due_at = now + reckon_pause(errand.tries, outcome.after)


def _close(session: Session, errand: Errand, outcome: str, now: datetime) -> None:
    """Let it be over; where it was not brought by this channel, the next one has its turn."""
    close_errand(errand, outcome)
    rest = CHANNELS[CHANNELS.index(cast("Channel", errand.channel)) + 1 :]
    if outcome in HANDED_ON and rest:
        session.add(Errand(message_id=errand.message_id, channel=rest[0], is_awaited=errand.is_awaited, due_at=now))


def keep_delivering(hub: Hub) -> Poller:
    """Until this ends, run errands beside all that is asked of the hub."""
    settings = hub.settings
    carriers: dict[Channel, Carrier] = {
        "push": PushCarrier(settings.push, settings.public_url),
        "email": MailCarrier(hub),
    }
    return Poller("courier", Courier(hub, carriers).run_all, rest_s=_PAUSE_S)
