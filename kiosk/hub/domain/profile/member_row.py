"""A row of a table of members: somebody who joined elsewhere."""

import re

from sqlalchemy.orm import Session

from kiosk.contract.credential import hash_id
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.joining.membership import Joining, join_member
from kiosk.hub.domain.profile.handle import EMAIL, USER, find_owner, make_handle
from kiosk.hub.domain.profile.table import Row, get_cell, get_names, get_needed, refuse_row
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.profile.identifier import Identifier

NEEDED = ("language",)
_PURPOSES = (PROXIMITY, PERSONAL_OFFERS)


def take_member_row(hub: Hub, session: Session, store_id: str, row: Row, key: bytes | None) -> None:
    """Add the member; raises `RowRefused`, also for one who is there already: nobody is joined twice."""
    uid = get_cell(row, "uid").replace(":", "").lower()
    beacon = get_cell(row, "beacon")
    if (uid or beacon) and key is None:
        refuse_row("uid" if uid else "beacon", "needs --store-key, by which ids are hashed")
    if uid and key and find_member(session, store_id, "uid", hash_id(key, "uid", uid)):
        refuse_row("uid", "is a member's card already")
    handles = [
        make_handle(session, kind, text, is_verified=True)
        for kind, text in ((USER, get_cell(row, "user_id")), (EMAIL, get_cell(row, "email", 254)))
        if text
    ]
    if any(find_owner(session, store_id, handle) for handle in handles):
        refuse_row("user_id", "is a member's account or address already")
    member = join_member(hub, session, _read_joining(row, store_id, uid, beacon), key or b"")
    for handle in handles:
        identifier = Identifier(
            store_id=store_id,
            kind=handle.kind,
            value=handle.value,
            member_key=member.key,
            is_verified=True,
            known_since=hub.now(),
        )
        session.add(identifier)
    session.flush()


def _read_joining(row: Row, store_id: str, uid: str, beacon: str) -> Joining:
    language = get_needed(row, "language").lower()
    if not re.fullmatch(r"[a-z]{2,3}", language):
        refuse_row("language", "must be a language's letters, such as de")
    if uid and not re.fullmatch(r"(?:[0-9a-f]{2}){4,10}", uid):
        refuse_row("uid", "must be a card's UID in hex digits")
    consents = get_names(row, "consents")
    if not set(consents) <= set(_PURPOSES):
        refuse_row("consents", f"may be {' and '.join(_PURPOSES)}, with | between them")
    return Joining(
        store=store_id,
        language=language,
        segments=get_names(row, "segments"),
        consents=consents,
        beacons=(beacon,) if beacon else (),
        uids=(uid,) if uid else (),
    )
