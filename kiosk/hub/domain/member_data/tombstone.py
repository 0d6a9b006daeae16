"""By which keyed hashes the hub knows again, without knowing her, that somebody was erased."""

import hmac
from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.tombstone import Tombstone, find_erased_at, lay_tombstones
from kiosk.hub.models.store.form_key import get_form_key


def bury(session: Session, keys: Sequence[str], now: datetime) -> None:
    """Lay tombstones for these pseudonyms, and for the cards and browsers by which they are known."""
    known = session.scalars(select(Credential).where(Credential.member_key.in_(keys))).all()
    hashes = [hash_member(session, key) for key in keys]
    hashes += [hash_credential(session, one.store_id, one.kind, one.value) for one in known]
    lay_tombstones(session, (Tombstone(hash=hash_, erased_at=now) for hash_ in hashes))


def hash_member(session: Session, key: str) -> str:
    """What a tombstone says of a pseudonym: an HMAC-SHA256 as hex, which without this database's key nobody can try."""
    return _hash(get_form_key(session), f"member:{key}")


def hash_all(session: Session, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each of these pseudonyms with what a tombstone says of it."""
    secret = get_form_key(session)
    return ((key, _hash(secret, f"member:{key}")) for key in keys)


def hash_credential(session: Session, store_id: str, kind: str, value: str) -> str:
    """Likewise, of a card or a browser of this store."""
    return _hash(get_form_key(session), f"credential:{store_id}:{kind}:{value}")


def was_erased_since(session: Session, store_id: str, kind: str, value: str, moment: datetime) -> bool:
    """Whether whose card or browser this was had herself erased after this time."""
    erased_at = find_erased_at(session, hash_credential(session, store_id, kind, value))
    return erased_at is not None and moment < erased_at


def _hash(secret: bytes, text: str) -> str:
    return hmac.digest(secret, f"tombstone:{text}".encode(), "sha256").hex()
