"""Which bill her phone showed her last: that one alone may be charged without a further tap, and no other."""

from sqlalchemy.orm import Session

from kiosk.hub.domain.leaving.mandate import find_mandate
from kiosk.hub.models.members.member import Member


def is_news(session: Session, member: Member, bill: str) -> bool:
    """Whether a page that shows this bill shows another than the one before, to who lets herself be charged by it."""
    mandate = find_mandate(session, member)
    return mandate is not None and mandate.shown != bill


def note_shown(session: Session, member: Member, bill: str, *, is_seen: bool) -> None:
    """Note that a page of hers shows this bill; where nobody looks at it, she has read none that holds any more."""
    mandate = find_mandate(session, member)
    if mandate is not None and mandate.shown != bill:
        mandate.shown = bill if is_seen else ""
