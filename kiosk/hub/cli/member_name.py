"""How a member is named at the terminal: by a code that her phone shows, or by her pseudonym."""

from argparse import ArgumentParser

from sqlalchemy.orm import Session

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database
from kiosk.hub.domain.kept.redemption import find_kept
from kiosk.hub.models.members.member import Member


class MemberNotFound(KioskError):
    """Nobody is meant; the text says how a member is named."""

    def __init__(self) -> None:
        super().__init__("this is nobody's code: name her by one on her phone's page, or by her pseudonym (s_...)")


def add_member(parser: ArgumentParser) -> None:
    """Let the command be told who is meant."""
    parser.add_argument("member", metavar="CODE", help="a code that her phone shows, or her pseudonym")
    add_database(parser)


def find_named(session: Session, said: str) -> Member:
    """Who is meant. Raises `MemberNotFound`."""
    bookmark = find_kept(session, said)
    member = session.get(Member, bookmark.member_key if bookmark else said)
    if member is None:
        raise MemberNotFound
    return member
