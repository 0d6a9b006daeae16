"""How a member is erased: in one transaction with the notes of all that is to be done outside of it, or not at all."""

from collections.abc import Sequence
from itertools import product

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.outsider import OUTSIDERS
from kiosk.hub.domain.member_data.settlement import settle
from kiosk.hub.domain.member_data.severance import sever_mentions, sever_rows
from kiosk.hub.domain.member_data.tombstone import bury
from kiosk.hub.domain.member_data.traces import find_traces
from kiosk.hub.domain.outside.announcement import announce_erased
from kiosk.hub.domain.profile.refresh import forget_profile
from kiosk.hub.models.members.gone_member import GoneMember
from kiosk.hub.models.members.member import Member, find_person, list_kin
from kiosk.hub.models.store.store import count_revision


def erase_member(hub: Hub, session: Session, member: Member) -> None:
    """Erase the person to whom this key belongs, with all keys that are hers; the session is of `Database.erase`.

    Her coupons and points go back to the store. Screens hear of it when they next ask; `sweep.py` tells all others.
    """
    person, now = find_person(session, member), hub.now()
    keys = list_kin(session, person.key)
    settle(hub, session, person.store_id, keys)
    bury(session, keys, now)
    forget_profile(session, person.key, now)
    traces = find_traces(session, person, now)
    for forget, key in product(OUTSIDERS, keys):
        forget(hub, session, key)
    _name_to_screens(hub, session, person.store_id, keys)
    sever_mentions(session, traces)
    session.flush()
    sever_rows(session, traces, hub.mint)
    session.expunge_all()
    for key in keys:
        announce_erased(hub, session, person.store_id, key)


def _name_to_screens(hub: Hub, session: Session, store_id: str, keys: Sequence[str]) -> None:
    """Those of whom no screen ever heard, too: a screen may hold a tap of hers that the hub never took."""
    for key in keys:
        revision = count_revision(session, store_id)
        session.add(GoneMember(store_id=store_id, key=key, revision=revision, gone_at=hub.now()))
