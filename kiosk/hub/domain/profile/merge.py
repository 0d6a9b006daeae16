"""How two members turn out to be one person, and how that is undone: nothing moves but whom their keys stand for.

What they let the store charge as they leave ends by either: nobody allowed it for what the other carries.

The merges that hold make a forest: only who goes by her own key is merged, and into one who does. So no circle can
come about, and to take one merge back leaves the others as they are.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.charging import end_charging
from kiosk.hub.domain.profile.handle import USER
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.member import Member, find_person, list_kin, note_change
from kiosk.hub.models.profile.identifier import Identifier
from kiosk.hub.models.profile.merge import Merge, list_merges


def merge_members(hub: Hub, session: Session, one_key: str, other_key: str, evidence: Sequence[str]) -> Merge | None:
    """Have both be one person, who goes by the key of the one that joined first.

    `None`: they are already, or must stay apart: this was undone once, or each has an account of her own.
    """
    one, other = (find_person(session, session.get_one(Member, key)) for key in (one_key, other_key))
    if one is other:
        return None
    kin = {member.key: list_kin(session, member.key) for member in (one, other)}
    if _were_parted(session, *kin.values()) or all(_has_account(session, keys) for keys in kin.values()):
        return None
    winner, loser = sorted((one, other), key=lambda member: (member.joined_at, member.key))
    merge = Merge(
        loser_key=loser.key,
        winner_key=winner.key,
        merged_at=hub.now(),
        evidence=list(evidence),
        moved=kin[loser.key],
    )
    session.add(merge)
    for member in (one, other):
        end_charging(hub, session, member)
    _assign(session, kin[loser.key], winner.key)
    _tell_screens(session, loser, winner)
    return merge


def undo_merge(hub: Hub, session: Session, merge: Merge, person: str) -> bool:
    """Take it back, in the name of this person of the staff; False: that was done before.

    What was merged on either side before or since stays merged there.
    """
    if merge.undone_at is not None:
        return False
    loser = session.get_one(Member, merge.loser_key)
    winner = find_person(session, loser)
    held = [one for one in list_merges(session, list_kin(session, loser.key)) if one.undone_at is None]
    merge.undone_at, merge.undone_by = hub.now(), person
    end_charging(hub, session, winner)
    _assign(session, _list_below(loser.key, [one for one in held if one is not merge]), loser.key)
    _tell_screens(session, loser, winner)
    return True


def has_account(session: Session, key: str) -> bool:
    """Whether the person to whom this key belongs has an account of her own, in a shop or at this hub."""
    return _has_account(session, list_kin(session, key))


def _has_account(session: Session, keys: Collection[str]) -> bool:
    users = select(Identifier.member_key).where(
        Identifier.member_key.in_(keys), Identifier.kind == USER, Identifier.is_verified
    )
    accounts = select(Account.member_key).where(Account.member_key.in_(keys))
    return session.scalar(users.limit(1)) is not None or session.scalar(accounts.limit(1)) is not None


def _were_parted(session: Session, ones: Collection[str], others: Collection[str]) -> bool:
    """Whether somebody once said that these are not one."""
    undone = [merge for merge in list_merges(session, ones) if merge.undone_at is not None]
    return any({merge.loser_key, merge.winner_key} & set(others) for merge in undone)


def _list_below(key: str, merges: Collection[Merge]) -> list[str]:
    """This key, and all that these merges lead to it."""
    below = [merge.loser_key for merge in merges if merge.winner_key == key]
    return [key, *(found for loser in below for found in _list_below(loser, merges))]


def _assign(session: Session, keys: Collection[str], person_key: str) -> None:
    for key in keys:
        session.get_one(Member, key).person_key = None if key == person_key else person_key
    session.flush()


def _tell_screens(session: Session, *members: Member) -> None:
    for member in members:
        note_change(session, member)
