"""Beacon ids that the hub issues: told once to who will carry one, and kept as a hash alone."""

import hashlib
from datetime import timedelta
from struct import Struct as Layout
from uuid import UUID

from msgspec import Struct
from sqlalchemy.orm import Session
from typing_extensions import override

from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.hub.context import Hub
from kiosk.hub.models.members.member import Member, note_change
from kiosk.hub.models.members.proximity_id import ProximityId, forget_beacons, list_expired

LIFETIME = timedelta(days=180)
"""So long an id is good; then its owner has a new one made."""
_NUMBERS = Layout(">16sHH")
_ESPRESENSE = "iBeacon:"
"""What ESPresense puts before it, in its messages and topics."""


class Beacon(Struct, frozen=True):
    """An iBeacon's identity (Apple, Proximity Beacon Specification): `major` and `minor` are 0 to 65535."""

    uuid: str
    major: int
    minor: int

    @override
    def __repr__(self) -> str:
        """Without the id."""
        return "Beacon(...)"


def make_beacon(secret: str) -> Beacon:
    """An identity that follows from a text that nobody can guess."""
    uuid, major, minor = _NUMBERS.unpack(hashlib.sha256(secret.encode()).digest()[: _NUMBERS.size])
    return Beacon(str(UUID(bytes=uuid, version=4)), major, minor)


def name_beacon(beacon: Beacon) -> tuple[str, ...]:
    """The ids by which gateways know it: `uuid-major-minor` as they decode it, and as ESPresense writes it."""
    name = f"{beacon.uuid}-{beacon.major}-{beacon.minor}"
    return name, f"{_ESPRESENSE}{name}"


def hash_beacon(key: bytes, beacon: Beacon) -> list[str]:
    """What is kept in place of those ids; `key` is the store key."""
    return [hash_id(key, "proximity", normalise_proximity_id(name)) for name in name_beacon(beacon)]


def write_parameters(beacon: Beacon) -> str:
    """What it is set up with, in lines that a person can read: apps for that have no form in common that they scan."""
    return f"UUID: {beacon.uuid}\nMajor: {beacon.major}\nMinor: {beacon.minor}"


def issue_beacon(hub: Hub, session: Session, member: Member, key: bytes) -> Beacon:
    """A new identity for the member, in place of those that she had; `key` is the store key. Nobody can read it again.

    The screens hear of it when they next ask.
    """
    beacon = make_beacon(hub.mint())
    keep_beacon(hub, session, member, key, beacon)
    return beacon


def keep_beacon(hub: Hub, session: Session, member: Member, key: bytes, beacon: Beacon) -> None:
    """Let it be hers for its time, in place of those that she had."""
    forget_beacons(session, member.key)
    for value in hash_beacon(key, beacon):
        row = ProximityId(store_id=member.store_id, value=value, member_key=member.key)
        row.expires_at = hub.now() + LIFETIME
        session.add(row)
    note_change(session, member)


def revoke_beacons(session: Session, member: Member) -> None:
    """Let none of her beacons be known; the screens hear of it when they next ask."""
    forget_beacons(session, member.key)
    note_change(session, member)


def expire_beacons(hub: Hub, session: Session, store_id: str) -> None:
    """Forget the store's beacons whose time is over, so that whoever asks next hears of it."""
    expired = list_expired(session, store_id, hub.now())
    for key in {beacon.member_key for beacon in expired}:
        note_change(session, session.get_one(Member, key))
    for beacon in expired:
        session.delete(beacon)
