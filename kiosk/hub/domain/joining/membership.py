"""How somebody becomes a member: raw ids come in here and leave as hashes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.hub.context import Hub
from kiosk.hub.models.members.consent import Consent, give_consent
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.proximity_id import ProximityId
from kiosk.hub.text.consent_text import LATEST


@dataclass(frozen=True, slots=True, repr=False)
class Joining:
    """Who joins, with what and allowing what; without a repr, for it holds raw ids.

    `visits` is how often she came before, and `interests` are her tastes, as far as another system knows them.
    """

    store: str
    language: str
    segments: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    beacons: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()
    uris: tuple[str, ...] = ()
    visits: int = 0
    interests: Mapping[str, float] = field(default_factory=dict[str, float])


def join_member(hub: Hub, session: Session, joining: Joining, key: bytes) -> Member:
    """Add a member; `key` is the store key that hashes ids."""
    member = Member(
        key=f"s_{hub.mint()}",
        store_id=joining.store,
        joined_at=hub.now(),
        language=joining.language,
        segments=list(joining.segments),
        visits=joining.visits,
        interests=dict(joining.interests),
    )
    session.add(member)
    session.flush()
    for beacon in joining.beacons:
        value = hash_id(key, "proximity", normalise_proximity_id(beacon))
        session.add(ProximityId(store_id=member.store_id, value=value, member_key=member.key))
    proofs = [("uid", hash_id(key, "uid", uid.lower())) for uid in joining.uids]
    proofs += [("ndef", hash_id(key, "ndef", uri)) for uri in joining.uris]
    for kind, value in proofs:
        session.add(Credential(store_id=member.store_id, kind=kind, value=value, member_key=member.key))
    for purpose in joining.consents:
        give_consent(session, member, _make_consent(hub, member, purpose))
    return member


def _make_consent(hub: Hub, member: Member, purpose: str) -> Consent:
    return Consent(member_key=member.key, purpose=purpose, given_at=hub.now(), text_version=LATEST, source="counter")
