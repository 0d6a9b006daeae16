"""How a printed card becomes a member's: she names its number on her phone, and a till that holds the card agrees.

A number can be read over a shoulder, or tried. So naming one opens nothing and tells nothing, not even whether it is
somebody's: only a till that scans the card itself, and is told the code that her phone shows, makes it hers. Then it
is known at tills, as a tap would be: it pays for nothing, and no screen knows it.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.joining.attachment import attach_anonymous, is_anonymous
from kiosk.hub.domain.redeem_code import make_code, read_code
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.card_claim import CardClaim, find_claim_by_code, open_card_claim
from kiosk.hub.models.members.credential import PRINTED, Credential, find_member
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.problem import Problem


def claim_card(session: Session, account: Account, card_hash: str, phone: str, now: datetime) -> None:
    """Note that the member says this card is hers, by the hash of its number; `phone` is her phone's secret."""
    claim = CardClaim(
        member_key=account.member_key,
        store_id=account.store_id,
        card_hash=card_hash,
        code_hash=digest(make_claim_code(phone, card_hash)),
        asked_at=now,
    )
    open_card_claim(session, claim)


def make_claim_code(phone: str, card_hash: str) -> str:
    """The code that her phone shows for this card: made anew each time, so that it is kept nowhere."""
    return make_code(f"{phone}:{card_hash}")


def confirm_card(hub: Hub, session: Session, store_id: str, said: str, card_hash: str) -> bool:
    """Make the card hers whose phone shows this code; False: it was before.

    Raises a `Problem`: 404 where nobody claims this card with this code now, and 422 where it is another's already,
    which the counter alone can change.
    """
    claim = find_claim_by_code(session, store_id, digest(read_code(said)), hub.now())
    if claim is None or claim.card_hash != card_hash:
        raise Problem(404, "card_unclaimed", "Nobody claims this card with this code now; her phone makes a new one.")
    person = find_person(session, session.get_one(Member, claim.member_key))
    holder = find_member(session, store_id, PRINTED, card_hash)
    is_new, claim.confirmed_at = holder is not person, hub.now()
    if holder is None:
        session.add(Credential(store_id=store_id, kind=PRINTED, value=card_hash, member_key=claim.member_key))
    elif is_anonymous(session, holder.key):
        attach_anonymous(hub, session, holder, session.get_one(Account, claim.member_key))
    elif is_new:
        raise Problem(422, "card_taken", "The card is known as somebody else's.")
    session.flush()
    return is_new
