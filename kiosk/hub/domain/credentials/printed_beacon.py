"""A beacon that the store sets up and hands out, with a code on it by which its holder makes it hers.

The code alone says what the beacon sends, by the store key: nothing is kept of one that nobody took, and a code that
the store did not make is found out by its last letters.
"""

import re
from base64 import b32encode
from hmac import compare_digest, digest

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.credentials.beacon import Beacon, hash_beacon, keep_beacon, make_beacon
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.proximity_id import ProximityId
from kiosk.hub.problem import Problem

_CHANCE, _PROOF = 16, 8
"""Letters of Base 32: 80 bits that nobody guesses, and 40 that prove the store made them."""
_CODE = re.compile(rf"[A-Z2-7]{{{_CHANCE + _PROOF}}}")


class PrintedBeacon(Struct, frozen=True):
    """What stands on it, and what it sends."""

    code: str
    beacon: Beacon


def make_printed_beacon(key: bytes, secret: str) -> PrintedBeacon:
    """One that follows from a text that nobody can guess; `key` is the store key."""
    chance = _spell(digest(key, f"beacon code:{secret}".encode(), "sha256"), _CHANCE)
    code = chance + _prove(key, chance)
    return PrintedBeacon(code, _find_beacon(key, code))


def read_beacon_code(key: bytes, text: str) -> Beacon | None:
    """The beacon that bears this code; `None`: the store made no such code."""
    code = text.strip().upper()
    is_own = _CODE.fullmatch(code) is not None and compare_digest(_prove(key, code[:_CHANCE]), code[_CHANCE:])
    return _find_beacon(key, code) if is_own else None


def attach_beacon(hub: Hub, session: Session, member: Member, key: bytes, beacon: Beacon) -> None:
    """Let it be the member's, in place of those that she had; raises a 409 `Problem` where it is another's."""
    for value in hash_beacon(key, beacon):
        known = session.get(ProximityId, (member.store_id, value))
        if known is not None and known.member_key != member.key:
            raise Problem(409, "beacon_taken", "This beacon is somebody else's.")
    keep_beacon(hub, session, member, key, beacon)


def _find_beacon(key: bytes, code: str) -> Beacon:
    return make_beacon(digest(key, f"beacon:{code}".encode(), "sha256").hex())


def _prove(key: bytes, chance: str) -> str:
    return _spell(digest(key, f"beacon proof:{chance}".encode(), "sha256"), _PROOF)


def _spell(content: bytes, letters: int) -> str:
    return b32encode(content).decode()[:letters]
