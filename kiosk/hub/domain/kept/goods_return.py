"""How goods that are brought back undo their purchase: what it earned goes back, and a profile knows of it no more."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.takeback import ReturnedShare, Taken, take_earnings_back
from kiosk.hub.domain.profile.refresh import refresh_profile
from kiosk.hub.domain.profile.return_share import add_up, list_goods, weigh_share
from kiosk.hub.models.profile.goods_return import GoodsReturn, find_goods_return
from kiosk.hub.models.profile.receipt import Receipt, find_receipt
from kiosk.hub.models.store.till import Till
from kiosk.hub.problem import Problem


class ToldReturn(Struct, frozen=True):
    """What a till says was brought back: so much of each of these lines; `None`: all that is left of the receipt.

    `fingerprint` tells it from another one under the same id. The receipt is told by the till that made it.
    """

    id: str
    fingerprint: str
    receipt_till: str
    receipt: str
    returned_at: datetime
    quantities: Mapping[int, Decimal] | None


def take_return(hub: Hub, session: Session, till: Till, told: ToldReturn) -> tuple[list[Taken], bool]:
    """What was taken back of what the purchase had earned, and whether the return is new.

    Raises a `Problem`: 404 where the store has no such receipt, and 422 where the till told another return under this
    id, or more came back than was bought.
    """
    known = find_goods_return(session, till.store_id, till.id, told.id)
    if known is not None:
        if known.fingerprint != told.fingerprint:
            raise Problem(422, "return_reused", "Another return was kept under this id.")
        return msgspec.convert(known.taken, list[Taken]), False
    receipt = find_receipt(session, till.store_id, told.receipt_till, told.receipt)
    if receipt is None:
        raise Problem(404, "receipt_unknown", "This store has no such receipt.")
    taken = _undo(hub, session, receipt, f"return:{till.id}:{told.id}", told)
    session.add(_make_row(till, told, min(told.returned_at, hub.now()), taken))
    session.flush()
    if receipt.member_key:
        refresh_profile(hub, session, receipt.member_key)
    return taken, True


def _undo(hub: Hub, session: Session, receipt: Receipt, key: str, told: ToldReturn) -> list[Taken]:
    goods, before = list_goods(receipt), receipt.returned
    receipt.returned = add_up(goods, before, told.quantities)
    if receipt.earning_key is None:
        return []
    share = ReturnedShare(key, weigh_share(goods, before), weigh_share(goods, receipt.returned))
    return take_earnings_back(session, receipt.store_id, receipt.earning_key, share, hub.now())


def _make_row(till: Till, told: ToldReturn, returned_at: datetime, taken: Sequence[Taken]) -> GoodsReturn:
    return GoodsReturn(
        store_id=till.store_id,
        till_id=till.id,
        id=told.id,
        fingerprint=told.fingerprint,
        receipt_till_id=told.receipt_till,
        receipt_id=told.receipt,
        returned_at=returned_at,
        taken=[msgspec.to_builtins(one) for one in taken],
    )
