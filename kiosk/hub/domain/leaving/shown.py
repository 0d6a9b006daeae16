"""Which bill her phone showed her last: that one alone may be charged without a further tap, and no other."""

from sqlalchemy.orm import Session

from kiosk.hub.domain.leaving.mandate import find_mandate
from kiosk.hub.models.basket.basket import find_last_packed
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.visit.visit import list_unended


def is_news(session: Session, member: Member, bill: str) -> bool:
    """Whether a page that shows this bill shows another than the one before, to who lets herself be charged by it."""
    mandate = find_mandate(session, member)
    return mandate is not None and mandate.shown != bill


def note_shown(session: Session, member: Member, bill: str, *, is_seen: bool) -> None:
    """Note that a page of hers shows this bill; where nobody looks at it, she has read none that holds any more.

    Who went by a door went for what she had read by then.
    """
    mandate = find_mandate(session, member)
    if mandate is not None and mandate.shown != bill and not _has_gone(session, member):
        mandate.shown = bill if is_seen else ""


def _has_gone(session: Session, member: Member) -> bool:
    """Whether a door saw her since she last changed her basket."""
    keys = list_kin(session, member.key)
    packed_at = find_last_packed(session, keys)
    doors = (visit.door_at for visit in list_unended(session, keys) if visit.door_at is not None)
    return any(packed_at is None or packed_at <= at for at in doors)
