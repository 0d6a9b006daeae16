"""What the web shop or a sale says of an order that the store is to pick: it counts once, however often it is told."""

from collections.abc import Collection
from datetime import datetime

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.codes.reading import GTIN_DIGITS
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.goods import is_label_code
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.mail.letter import read_address
from kiosk.hub.models.members.account import find_account_by_address
from kiosk.hub.models.pickup.pickup import PICK_UP, Pickup, PickupLine, Way, find_told, list_open_codes
from kiosk.hub.problem import Problem

_LETTERS = 4


class Placed(Struct, frozen=True):
    """An order under the id that `source` gave it; `member_key` is whose it is, where the store knows her.

    What goes `home` goes to `address`; what was paid for here is of the sale `settlement_id`.
    """

    store_id: str
    source: str
    order_id: str
    placed_at: datetime
    lines: tuple[PickupLine, ...]
    member_key: str | None
    way: Way = PICK_UP
    address: str | None = None
    settlement_id: str | None = None


def place_pickup(hub: Hub, session: Session, placed: Placed) -> tuple[Pickup, bool]:
    """The order, taken now or before; True: now. Raises a 422 `Problem` where another came under its id."""
    fingerprint = digest(msgspec.json.encode((placed.placed_at, placed.lines)).decode())
    known = find_told(session, placed.store_id, placed.source, placed.order_id)
    if known is not None:
        if known.fingerprint != fingerprint:
            raise Problem(422, "pickup_reused", "Another order was placed under this id.")
        return known, False
    pickup_id, now = hub.mint(), hub.now()
    pickup = Pickup(
        id=pickup_id,
        store_id=placed.store_id,
        source_id=placed.source,
        order_id=placed.order_id,
        fingerprint=fingerprint,
        code=_choose_code(hub, list_open_codes(session, placed.store_id)),
        proof=make_code(f"pickup:{pickup_id}"),
        state="placed",
        lines=placed.lines,
        placed_at=min(placed.placed_at, now),
        changed_at=now,
        member_key=placed.member_key,
        way=placed.way,
        settlement_id=placed.settlement_id,
        address=placed.address,
    )
    session.add(pickup)
    session.flush()
    return pickup, True


def find_owner(session: Session, store_id: str, email: str) -> str | None:
    """The key of the member whose account has this address, as the web shop proved it; `None`: nobody's."""
    account = find_account_by_address(session, store_id, read_address(email))
    return account.member_key if account else None


def read_article_code(text: str) -> str:
    """The code as the store's articles have it: how a label begins, or a GTIN with all of its places."""
    is_gtin = text.isascii() and text.isdecimal() and not is_label_code(text)
    return text.zfill(GTIN_DIGITS) if is_gtin else text


def _choose_code(hub: Hub, taken: Collection[str]) -> str:
    """One by which nobody else is called now."""
    while (code := make_code(hub.mint())[:_LETTERS]) in taken:
        pass
    return code
