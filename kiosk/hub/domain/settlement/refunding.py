"""How goods that were paid on a phone come back: what they earned is taken, what paid for them is given back, once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec
from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.debt import settle_debts
from kiosk.hub.domain.benefits.ledger import MEMBER, STORE, Cause, Move, Posting, post
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.goods_return import ToldReturn, take_return
from kiosk.hub.domain.settlement.exit_gate import lower_pass
from kiosk.hub.domain.settlement.order_return import lessen_orders
from kiosk.hub.domain.settlement.own_till import OWN_TILL, open_own_till
from kiosk.hub.domain.settlement.refund_share import Bought, RefundShare, reckon_refund
from kiosk.hub.domain.settlement.sale import post_refund_due
from kiosk.hub.domain.settlement.stock import count_pieces, raise_stock
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.settlement.refund import Refund, find_refund, list_refunds
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.problem import Problem


class Wish(Struct, frozen=True):
    """So many pieces of these lines are back; `None`: all that is left. `by` is who says so.

    Where it `restocks`, they are for sale again.
    """

    id: str
    counts: Mapping[str, int] | None
    by: str
    restocks: bool = False


def begin_refund(hub: Hub, session: Session, row: Settlement, wish: Wish) -> tuple[Refund, bool]:
    """Record it, take back what those goods had earned and give back what paid beside money; whether it is new.

    What she does not have yet is of her order no more. The money is for `advance_refund`. Raises a `Problem`: 422 where
    another one was kept under this id, where more would be back than was bought, or nothing; and 404 for what was not
    paid.
    """
    known = find_refund(session, wish.id)
    if known is not None:
        if (known.fingerprint, known.restocks) != (_mark(row, wish), wish.restocks):
            raise Problem(422, "refund_reused", "Another refund was kept under this id.")
        return known, False
    if row.state != "paid":
        raise Problem(404, "sale_unknown", "What was not paid is not given back.")
    before = count_returned(list_refunds(session, row.id))
    counts = _read_counts(row, wish, before)
    after = before + Counter(counts)
    share = reckon_refund(Bought(row.bill, row.due, row.tendered), before, after)
    refund = _make_row(hub, row, wish, counts, share)
    session.add(refund)
    session.flush()
    _take_earnings(hub, session, row, refund)
    post_refund_due(session, row, refund, share, hub.now())
    _give_tendered(hub, session, row, refund)
    if wish.restocks:
        raise_stock(hub, session, row.store_id, count_pieces(row.bill, counts))
    lessen_orders(hub, session, row, refund, after)
    lower_pass(session, row, counts)
    return refund, True


def count_returned(refunds: Iterable[Refund]) -> Counter[str]:
    """How many pieces of each line these brought back."""
    back = Counter[str]()
    for refund in refunds:
        back.update({line: int(count) for line, count in refund.counts.items()})
    return back


def _read_counts(row: Settlement, wish: Wish, before: Counter[str]) -> dict[str, int]:
    left = {one.line.id: one.line.count - before[one.line.id] for one in row.bill.lines}
    asked = {line: count for line, count in left.items() if count} if wish.counts is None else dict(wish.counts)
    if not asked:
        raise Problem(422, "refund_empty", "Nothing is left of this sale to be brought back.")
    if any(not 0 < count <= left.get(line, 0) for line, count in asked.items()):
        raise Problem(422, "refund_too_much", "More of a line would be back than was bought.")
    return asked


def _mark(row: Settlement, wish: Wish) -> str:
    return digest(msgspec.json.encode((row.id, wish.counts), order="deterministic").decode())


def _make_row(hub: Hub, row: Settlement, wish: Wish, counts: Mapping[str, int], share: RefundShare) -> Refund:
    return Refund(
        id=wish.id,
        settlement_id=row.id,
        store_id=row.store_id,
        fingerprint=_mark(row, wish),
        counts={line: str(count) for line, count in counts.items()},
        amount=share.amount,
        money=share.money,
        tendered=share.tendered,
        made_at=hub.now(),
        made_by=wish.by,
        look_at=hub.now() if share.money else None,
        name=hub.mint(),
        state="asked" if share.money else "done",
        restocks=wish.restocks,
    )


def _take_earnings(hub: Hub, session: Session, row: Settlement, refund: Refund) -> None:
    """As a till's return does; what cost nothing earned nothing."""
    places = {one.line.id: (place, one.total) for place, one in enumerate(row.bill.lines)}
    quantities = {places[line][0]: Decimal(count) for line, count in refund.counts.items() if places[line][1]}
    if quantities:
        till = open_own_till(hub, session, row.store_id)
        told = ToldReturn(refund.id, refund.fingerprint, OWN_TILL, row.id, hub.now(), quantities)
        take_return(hub, session, till, told)


def _give_tendered(hub: Hub, session: Session, row: Settlement, refund: Refund) -> None:
    """To whom she turned out to be, who first pays what she may owe; of who was erased it stays the store's."""
    member = session.get(Member, row.member_key) if row.member_key else None
    if member is None:
        return
    person = find_person(session, member)
    for one in refund.tendered:
        unit, cause = (
            msgspec.convert(one.unit, Unit),
            Cause(f"refund:{refund.id}/{one.unit}", "refund", "goods came back"),
        )
        if one.steps:
            moves = (Move(STORE, "", -one.steps), Move(MEMBER, person.key, one.steps))
            post(session, row.store_id, Posting(cause, unit, moves), hub.now())
            settle_debts(session, person, unit, cause.key, hub.now())
