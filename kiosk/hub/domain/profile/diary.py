"""Keeps what a member did, each thing once, and tells it again as facts."""

from datetime import datetime

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.domain.profile.fact import Fact, read_event, read_receipt
from kiosk.hub.domain.profile.trait import KEPT
from kiosk.hub.models.profile.profile_event import ProfileEvent, is_kept, list_profile_events
from kiosk.hub.models.profile.receipt import list_receipts


class Origin(Struct, frozen=True):
    """Who told it, and by which id: together they are told once."""

    store_id: str
    source_id: str
    event_id: str


def keep_fact(session: Session, origin: Origin, key: str, fact: Fact) -> bool:
    """Keep that she whose key this is did that; False: it was kept before."""
    if is_kept(session, origin.store_id, origin.source_id, origin.event_id):
        return False
    event = ProfileEvent(
        store_id=origin.store_id,
        source_id=origin.source_id,
        id=origin.event_id,
        member_key=key,
        kind=fact.kind,
        happened_at=fact.at,
        data=msgspec.to_builtins(fact.detail),
    )
    session.add(event)
    session.flush()
    return True


def list_facts(session: Session, kin: list[str], now: datetime) -> list[Fact]:
    """All that these keys did, as far back as anything looks, the first first."""
    events = [read_event(event) for event in list_profile_events(session, kin, now - KEPT)]
    receipts = [read_receipt(receipt) for receipt in list_receipts(session, kin, now - KEPT)]
    return sorted([*events, *filter(None, receipts)], key=lambda fact: fact.at)
