"""The life of what she pays for and does not take along: picked, missing, handed over or cancelled, into power cuts.

No piece is made or lost: what left the stock was sold, or is for sale again. What she does not take along is ordered
once, what is missing of it goes back by itself, and where it goes nobody keeps for longer than that takes.
"""

from typing import TypeAlias

from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.pickup.course import Outcome
from kiosk.hub.domain.pickup.picking import advance_pickup, note_line, send
from kiosk.hub.domain.settlement.orders import list_paid_lines
from kiosk.hub.domain.settlement.refunding import count_returned
from kiosk.hub.domain.settlement.shortage import advance_order
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.models.pickup.pickup import HOME, OPEN, PICK_UP, Found, Pickup, State
from kiosk.hub.models.settlement.refund import Refund, list_refunds
from kiosk.hub.models.settlement.settlement import OPEN as UNPAID
from kiosk.hub.models.settlement.settlement import Settlement
from tests.hub.domain.pickup.orders import ADDRESS
from tests.hub.lives.payment_life import MOODS, STOCK, PaymentLife, list_settlements
from tests.hub.lives.power import CUTS, Cut

_Step: TypeAlias = Found | State
_STEPS: some.SearchStrategy[_Step] = some.sampled_from(
    ["picked", "missing", "ready", "ready", "handed_over", "cancelled"]
)


class OrderLife(PaymentLife):
    """As that of a payment, and the staff find what was ordered, or do not."""

    @rule(step=_STEPS, mood=MOODS, cut=CUTS)
    def pick(self, step: _Step, mood: str, cut: Cut | None) -> None:
        self.live(lambda: self._pick(step), cut=cut, mood=mood)

    def _pick(self, step: _Step) -> None:
        hub = self.hub
        with hub.database.write() as session:
            query = select(Pickup).where(Pickup.state.in_(OPEN)).order_by(Pickup.placed_at, Pickup.id)
            for pickup in session.scalars(query).all()[:1]:
                _step(hub, session, pickup, step)
        sweep_settlements(hub)

    @invariant()
    def what_left_the_stock_was_sold_or_is_for_sale_again(self) -> None:
        with self.hub.database.read() as session:
            paid = list_settlements(session, "paid")
            sold = sum(one.line.count for row in paid for one in row.bill.lines)
            restocked = session.scalars(select(Refund).where(Refund.restocks)).all()
        assert self.till.read_stock() == STOCK - sold + count_returned(restocked).total()

    @invariant()
    def what_she_does_not_take_along_is_ordered_once(self) -> None:
        with self.hub.database.read() as session:
            paid = list_settlements(session, "paid")
            ordered = [(one.settlement_id, one.way) for one in session.scalars(select(Pickup))]
        assert sorted(ordered) == sorted((row.id, way) for row in paid for way in {*row.ways.values()} - {"take"})

    @invariant()
    def what_she_paid_for_and_does_not_get_goes_back(self) -> None:
        with self.hub.database.read() as session:
            for pickup in session.scalars(select(Pickup).where(Pickup.state != "placed", Pickup.state != "picking")):
                row = session.get_one(Settlement, pickup.settlement_id)
                back = count_returned(list_refunds(session, row.id))
                for sold, line in zip(list_paid_lines(row, pickup.way), pickup.lines, strict=True):
                    is_lost = pickup.state == "cancelled" or line.found == "missing"
                    assert not is_lost or back[sold.line.id] == sold.line.count

    @invariant()
    def what_is_back_waits_for_nobody(self) -> None:
        with self.hub.database.read() as session:
            for pickup in session.scalars(select(Pickup).where(Pickup.state.in_(OPEN))):
                row = session.get_one(Settlement, pickup.settlement_id)
                back = count_returned(list_refunds(session, row.id))
                for sold, line in zip(list_paid_lines(row, pickup.way), pickup.lines, strict=True):
                    there = 0 if line.found == "returned" else line.count
                    assert line.found == "missing" or there == sold.line.count - back[sold.line.id]

    @invariant()
    def where_it_goes_is_known_only_as_long_as_it_goes_there(self) -> None:
        with self.hub.database.read() as session:
            for pickup in session.scalars(select(Pickup)):
                is_going = pickup.way == HOME and pickup.state in OPEN
                assert pickup.address == (ADDRESS if is_going else None)
            for row in session.scalars(select(Settlement)):
                is_asked = row.state in UNPAID and HOME in row.ways.values()
                assert row.address == (ADDRESS if is_asked else None)


def _step(hub: Hub, session: Session, pickup: Pickup, step: _Step) -> None:
    if step in {"picked", "missing"}:
        note_line(hub, session, pickup, 0, Outcome("picked" if step == "picked" else "missing"))
    elif step == "handed_over":
        _hand_over(hub, session, pickup)
    else:
        advance_order(hub, session, pickup, "ready" if step == "ready" else "cancelled", "Ida")


def _hand_over(hub: Hub, session: Session, pickup: Pickup) -> None:
    """To her, or to who brings it to her."""
    if pickup.way == PICK_UP:
        advance_pickup(hub, session, pickup, "handed_over", "Ida")
    else:
        send(hub, session, pickup, "Ida")
