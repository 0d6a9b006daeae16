"""The till that is built in: no money moves, and its answers are chosen on a page, so that paying can be tried."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

import msgspec
from sqlalchemy.orm import Session

from kiosk.hub.domain.settlement.training_keeper import TrainingKeeper
from kiosk.hub.models.settlement.training_charge import TrainingCharge
from kiosk.hub.payment.provider import Charge, Outcome, ProviderRefused, Refund, RefundState, State

Answer: TypeAlias = Literal["approve", "decline", "late"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
LATE = timedelta(seconds=20)
"""How long a late answer takes."""


class TrainingTill(TrainingKeeper):
    """A provider whose books are a table of the hub's database, written in transactions of their own."""

    name = "training"
    is_live = False

    def begin(self, charge: Charge) -> Outcome:
        """Write it down; what she set up before is asked at once."""
        with self._database.write() as session:
            row = session.get(TrainingCharge, charge.id)
            if row is None:
                row = TrainingCharge(id=charge.id, amount=charge.amount.amount, currency=charge.amount.currency)
                session.add(row)
                if charge.means:
                    row.state = "approved" if self.approves(session, charge.means) else "open"
                    row.was_declined = row.state == "open"
            return _state(row, self._now())

    def look_up(self, charge: Charge) -> Outcome | None:
        """As its books say."""
        with self._database.read() as session:
            row = session.get(TrainingCharge, charge.id)
            return _state(row, self._now()) if row else None

    def end(self, charge: Charge) -> Outcome:
        """Let it be, unless it was approved, or somebody waits for a late answer."""
        with self._database.write() as session:
            row = _get(session, charge.id)
            if _state(row, self._now()).state == "open":
                row.state = "ended"
            return _state(row, self._now())

    def look_up_refund(self, refund: Refund) -> RefundState | None:
        """As its books say."""
        with self._database.read() as session:
            return "done" if refund.id in _get(session, refund.charge.id).given_back else None

    def give_back(self, refund: Refund) -> RefundState:
        """Write it down, once."""
        with self._database.write() as session:
            row = _get(session, refund.charge.id)
            given = {**row.given_back, refund.id: str(refund.amount.amount)}
            if sum(map(Decimal, given.values())) > row.amount or _state(row, self._now()).state != "approved":
                message = "the training till took less than it is to give back"
                raise ProviderRefused(message)
            row.given_back = given
            return "done"

    def answer(self, charge_id: str, answer: Answer) -> None:
        """Answer as somebody chose on its page; what was answered already stays."""
        with self._database.write() as session:
            row = _get(session, charge_id)
            if _state(row, self._now()).state == "open":
                row.was_declined = answer == "decline"
                row.state = "approved" if answer == "approve" else row.state
                row.approves_at = self._now() + LATE if answer == "late" else None


def _get(session: Session, charge_id: str) -> TrainingCharge:
    row = session.get(TrainingCharge, charge_id)
    if row is None:
        message = "the training till never heard of this"
        raise ProviderRefused(message)
    return row


def _state(row: TrainingCharge, now: datetime) -> Outcome:
    state = msgspec.convert(row.state, State)
    if state == "open" and row.approves_at is not None:
        state = "approved" if row.approves_at <= now else "processing"
    return Outcome(row.id, state, was_declined=row.was_declined)
