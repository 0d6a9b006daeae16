"""What a credential proves: turns what a tap showed into the hash by which the hub knows whose it is."""

from sqlalchemy.orm import Session

from kiosk.hub.domain.credentials.sun import derive_file_key, derive_meta_key, hash_tag, read_message
from kiosk.hub.domain.digest import digest, is_hash
from kiosk.hub.models.members.sun_key import get_sun_key
from kiosk.hub.models.members.sun_tag import take_counter
from kiosk.hub.problem import Problem


def prove(session: Session, store_id: str, kind: str, value: str) -> str:
    """The hash of a credential that was shown now; raises a 422 `Problem` for one that proves nothing."""
    if kind == "sun":
        return _prove_sun(session, store_id, value)
    return hash_shown(value)


def hash_shown(value: str) -> str:
    """The hash of a credential that proves itself; of one that has to be proved it is nobody's."""
    return value if is_hash(value) else digest(value)


def _prove_sun(session: Session, store_id: str, value: str) -> str:
    master = get_sun_key(session)
    tap = read_message(value, derive_meta_key(master), lambda uid: derive_file_key(master, uid))
    if tap is None:
        raise Problem(422, "sun_invalid", "No tag with this hub's keys made this message.")
    tag = hash_tag(master, tap.uid)
    if not take_counter(session, store_id, tag, tap.counter):
        raise Problem(422, "sun_replayed", "This message was shown before; a tag makes a new one at each tap.")
    return tag
