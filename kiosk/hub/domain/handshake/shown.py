"""Which member is meant by what she shows the staff or proved to be hers, whether she kept something or not."""

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.handshake.meeting import read_agreement
from kiosk.hub.domain.kept.redemption import find_kept
from kiosk.hub.domain.redeem_code import read_code
from kiosk.hub.mail.letter import read_address
from kiosk.hub.models.handshake.handshake import find_by_code
from kiosk.hub.models.members.account import find_account_by_address


def find_shown(hub: Hub, session: Session, store_id: str, said: str) -> str | None:
    """The key of the member whose kept offer, code at the counter, or account's mail address this is.

    `None`: nobody's. Her code at the counter means her for as long as her phone shows it, however it was typed or
    scanned.
    """
    kept = find_kept(session, said)
    if kept is not None:
        return kept.member_key
    handshake = find_by_code(session, store_id, digest(read_code(said.rsplit("#", 1)[-1])))
    if handshake is not None and read_agreement(hub, handshake).state == "shown":
        return handshake.member_key
    account = find_account_by_address(session, store_id, read_address(said))
    return account.member_key if account else None
