"""How a receipt of a till comes to the profile of the one who bought, as far as she allows that."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.refresh import refresh_profile
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.profile.receipt import Receipt, find_receipt
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem


class Bill(Struct, frozen=True):
    """What a till says of one purchase; `fingerprint` tells it from another one under the same id."""

    id: str
    fingerprint: str
    bought_at: datetime
    total: Decimal
    currency: str
    lines: Sequence[dict[str, Any]]


class Buyer(Struct, frozen=True):
    """Who bought, by her key, and the key of what she earned by it, if she did."""

    key: str
    earning_key: str | None


def keep_receipt(
    hub: Hub, session: Session, till: Till, bill: Bill, find_buyer: Callable[[], Buyer | None]
) -> tuple[Receipt, bool]:
    """The receipt as it is kept, and whether it is new.

    `find_buyer` says whose it is, and is asked once alone: what proves it may be good for one time.

    Raises a 422 `Problem` where the till told another one under this id.
    """
    known = find_receipt(session, till.store_id, till.id, bill.id)
    if known:
        if known.fingerprint != bill.fingerprint:
            raise Problem(422, "receipt_reused", "Another receipt was kept under this id.")
        return known, False
    buyer = find_buyer()
    owner = buyer.key if buyer and is_given(session, buyer.key, PERSONAL_OFFERS) else None
    receipt = Receipt(
        store_id=till.store_id,
        till_id=till.id,
        id=bill.id,
        fingerprint=bill.fingerprint,
        bought_at=min(bill.bought_at, hub.now()),
        total=bill.total,
        currency=bill.currency,
        lines=list(bill.lines),
        was_known=owner is not None,
        member_key=owner,
        earning_key=buyer.earning_key if buyer else None,
    )
    session.add(receipt)
    session.flush()
    if owner:
        refresh_profile(hub, session, owner)
    return receipt, True
