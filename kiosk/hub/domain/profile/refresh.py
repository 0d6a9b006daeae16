"""Keeps what is reckoned of a member in step with what she did: it costs by her own facts, however many others are."""

from datetime import datetime

import msgspec
from sqlalchemy import delete
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.diary import list_facts
from kiosk.hub.domain.profile.ending import end_words
from kiosk.hub.domain.profile.handle import list_proven
from kiosk.hub.domain.profile.rules import describe_member, find_next_turn, find_segments
from kiosk.hub.domain.profile.trait import KEPT, list_expiries, reckon_traits
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.members.member import Member, find_person, list_kin, note_change
from kiosk.hub.models.profile.identifier import forget_identifiers
from kiosk.hub.models.profile.profile import Profile, list_due
from kiosk.hub.models.profile.profile_event import forget_profile_events
from kiosk.hub.models.profile.receipt import disown_receipts
from kiosk.hub.models.profile.segment import list_rules
from kiosk.hub.models.profile.stay import Stay, forget_stays, list_stays

MOST_AT_ONCE = 50
"""So many are reckoned anew in one transaction: whoever else writes waits that long."""


def refresh_profile(hub: Hub, session: Session, key: str) -> None:
    """Reckon anew what is known of the person to whom this key belongs, and tell the screens where it matters to them.

    Of who does not allow that offers are chosen by it, nothing is reckoned.
    """
    person = find_person(session, session.get_one(Member, key))
    kin, now = list_kin(session, person.key), hub.now()
    if not is_given(session, person.key, PERSONAL_OFFERS):
        _drop_reckoned(session, kin)
        return
    forget_profile_events(session, kin, now - KEPT)
    disown_receipts(session, kin, now - KEPT)
    facts = list_facts(session, kin, now)
    traits = reckon_traits(facts, now)
    rules = list_rules(session, person.store_id)
    names = find_segments(rules, describe_member(person, traits, now))
    turns = [*list_expiries(facts, now), find_next_turn(rules, traits, now)] if rules else []
    session.execute(delete(Profile).where(Profile.member_key.in_(kin), Profile.member_key != person.key))
    profile = Profile(
        member_key=person.key,
        store_id=person.store_id,
        reckoned_at=now,
        traits=msgspec.to_builtins({"amounts": traits.amounts, "shelves": traits.shelves}),
        due_at=min(filter(None, turns), default=None),
    )
    session.merge(profile)
    if _move(session, person, kin, names, now):
        note_change(session, person)


def refresh_due(hub: Hub) -> int:
    """Reckon anew those whose time has come, some of them; how many."""
    with hub.database.read() as session:
        is_due = bool(list_due(session, hub.now(), 1))
    if not is_due:
        return 0
    with hub.database.write() as session:
        keys = list_due(session, hub.now(), MOST_AT_ONCE)
        for key in keys:
            refresh_profile(hub, session, key)
    return len(keys)


def forget_profile(session: Session, key: str, now: datetime) -> None:
    """Forget what the person to whom this key belongs did, what follows from that, and by what sources know her.

    What she said until `now` and a source tells later is over, though nobody knows then that it is hers.
    """
    kin, store_id = list_kin(session, key), session.get_one(Member, key).store_id
    forget_profile_events(session, kin)
    disown_receipts(session, kin)
    end_words(session, store_id, list_proven(session, kin), now)
    forget_identifiers(session, kin)
    _drop_reckoned(session, kin)


def _drop_reckoned(session: Session, kin: list[str]) -> None:
    forget_stays(session, kin)
    session.execute(delete(Profile).where(Profile.member_key.in_(kin)))


def _move(session: Session, person: Member, kin: list[str], names: set[str], now: datetime) -> bool:
    """Have her be in these segments, and in no other; whether that is news."""
    stays = [stay for stay in list_stays(session, kin) if stay.left_at is None]
    held = {stay.segment_id for stay in stays if stay.member_key == person.key}
    for stay in stays:
        if stay.segment_id not in names or stay.member_key != person.key:
            stay.left_at = now
    for name in sorted(names - held):
        session.add(Stay(store_id=person.store_id, segment_id=name, member_key=person.key, since=now))
    session.flush()
    return {stay.segment_id for stay in stays} != names
