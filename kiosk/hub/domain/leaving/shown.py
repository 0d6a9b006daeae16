"""Which bill her phone showed her last: that one alone may be charged without a further tap, and no other."""

from sqlalchemy.orm import Session

from kiosk.hub.domain.leaving.mandate import find_mandate
from kiosk.hub.models.members.member import Member


def is_asked(session: Session, member: Member) -> bool:
    """Whether it matters to her what she reads, so that her phone is to say that the page is there."""
    return find_mandate(session, member) is not None


def is_news(session: Session, member: Member, bill: str) -> bool:
    """Whether a page that states this bill states another than the one before, to who lets herself be charged by it."""
    mandate = find_mandate(session, member)
    return mandate is not None and mandate.shown not in ("", bill)


def forget_shown(session: Session, member: Member, bill: str) -> None:
    """Note that a page with this bill is on its way: until her phone says that it is there, she has read no other."""
    mandate = find_mandate(session, member)
    if mandate is not None and mandate.shown != bill:
        mandate.shown = ""


def note_shown(session: Session, member: Member, bill: str) -> None:
    """Note that her phone shows a page with this bill."""
    mandate = find_mandate(session, member)
    if mandate is not None:
        mandate.shown = bill
