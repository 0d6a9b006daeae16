"""What a backup that was restored brought back: who was erased since, found by tombstones, and erased again."""

from collections.abc import Sequence

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.member_data.tombstone import hash_all
from kiosk.hub.domain.member_data.tombstone_file import learn_tombstones
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.members.tombstone import list_known

_AT_ONCE = 5000


def find_returned(hub: Hub) -> list[str]:
    """The pseudonyms of those who are there though they were erased. Raises `FileRefused`."""
    learn_tombstones(hub)
    with hub.database.read() as session:
        keys = session.scalars(select(Member.key).order_by(Member.key)).all()
        hashes = dict(hash_all(session, keys))
        known: set[str] = set()
        for start in range(0, len(keys), _AT_ONCE):
            known |= list_known(session, [hashes[key] for key in keys[start : start + _AT_ONCE]])
        return [key for key in keys if hashes[key] in known]


def erase_again(hub: Hub, keys: Sequence[str]) -> None:
    """Erase these, each in a transaction of its own: who keeps an offer meanwhile does not wait for all of them."""
    for key in keys:
        with hub.database.erase() as session:
            member = session.get(Member, key)
            if member is not None:  # it may have gone with another key of the same person
                erase_member(hub, session, member)
