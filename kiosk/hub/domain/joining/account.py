"""How somebody comes to her account: the one that she proved to be hers, or a new one."""

from msgspec import Struct
from sqlalchemy.orm import Session
from typing_extensions import override

from kiosk.hub.context import Hub
from kiosk.hub.models.members.account import Account, find_account_by_address, find_account_by_subject
from kiosk.hub.models.members.member import Member


class Proof(Struct, frozen=True):
    """What was proved of who she is: that this address is hers, or that this issuer knows her, or both."""

    address: str | None = None
    issuer: str | None = None
    subject: str | None = None

    @override
    def __repr__(self) -> str:
        """Without who it is."""
        return "Proof(...)"


def enter_account(hub: Hub, session: Session, store_id: str, proof: Proof, language: str) -> Account:
    """Her account in this store; what was proved for the first time is a way to it from now on.

    Whom the issuer names counts before the address: addresses may pass to others.
    """
    by_subject = find_account_by_subject(session, store_id, proof.issuer, proof.subject)
    by_address = find_account_by_address(session, store_id, proof.address)
    account = by_subject or by_address or _open_account(hub, session, store_id, language)
    if account.subject is None:
        account.issuer, account.subject = proof.issuer, proof.subject
    if by_address is None:
        account.address = account.address or proof.address
    session.flush()
    return account


def _open_account(hub: Hub, session: Session, store_id: str, language: str) -> Account:
    now = hub.now()
    member = Member(key=f"s_{hub.mint()}", store_id=store_id, joined_at=now, language=language, segments=[])
    session.add(member)
    session.flush()
    account = Account(member_key=member.key, store_id=store_id, opened_at=now)
    session.add(account)
    return account
