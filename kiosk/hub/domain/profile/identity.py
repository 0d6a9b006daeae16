"""Whose message it is: by what was proven of her, and by nothing that somebody only said."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.handle import KINDS, USER, Handle, find_owner
from kiosk.hub.domain.profile.merge import has_account, merge_members
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.profile.identifier import Identifier
from kiosk.hub.models.store.store import get_store


def find_known(session: Session, store_id: str, handles: Iterable[Handle]) -> dict[str, str]:
    """The members whom the verified ones of these handles name, with the kind that did; the surest first."""
    known: dict[str, str] = {}
    for handle in handles:
        key = find_owner(session, store_id, handle) if handle.is_verified else None
        if key:
            known.setdefault(key, handle.kind)
    return known


def recognise(hub: Hub, session: Session, store_id: str, handles: Sequence[Handle]) -> str | None:
    """The key of the member whom these handles, the surest first, name; she may be new. `None`: nothing is proven.

    All that is verified becomes hers where it is nobody's yet. Where it names several, they turn out to be one person.
    Who has an account already gets no second one: a browser that two people share makes no one person of them.
    """
    proven = [handle for handle in handles if handle.is_verified]
    if not proven:
        return None
    known = find_known(session, store_id, proven)
    key = _choose(session, store_id, proven[0], known) or _add_member(hub, session, store_id)
    for handle in handles:
        if not handle.is_verified or find_owner(session, store_id, handle) is None:
            _note(hub, session, store_id, handle, key)
    for other, kind in known.items():
        merge_members(hub, session, key, other, (proven[0].kind, kind))
    return key


def _choose(session: Session, store_id: str, surest: Handle, known: dict[str, str]) -> str | None:
    owner = find_owner(session, store_id, surest)
    if owner or surest.kind != USER:
        return owner or next(iter(known), None)
    return next((key for key in known if not has_account(session, key)), None)


def _add_member(hub: Hub, session: Session, store_id: str) -> str:
    language = get_store(session, store_id).language
    member = Member(key=f"s_{hub.mint()}", store_id=store_id, joined_at=hub.now(), language=language, segments=[])
    session.add(member)
    session.flush()
    return member.key


def _note(hub: Hub, session: Session, store_id: str, handle: Handle, key: str) -> None:
    if handle.kind not in KINDS:
        session.add(Credential(store_id=store_id, kind=handle.kind, value=handle.value, member_key=key))
        session.flush()
        return
    known = session.get(Identifier, (store_id, handle.kind, handle.value, key))
    if known is None:
        known = Identifier(
            store_id=store_id,
            kind=handle.kind,
            value=handle.value,
            member_key=key,
            is_verified=handle.is_verified,
            known_since=hub.now(),
        )
        session.add(known)
    known.is_verified = known.is_verified or handle.is_verified
    session.flush()
