"""The life of the ledger: Anna buys, brings back and pays, at two tills, into power cuts; the books stay right."""

from datetime import timedelta
from typing import Any

import msgspec
from hypothesis import strategies as some
from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.sweep import sweep_coupons
from kiosk.hub.domain.benefits.takeback import Taken
from kiosk.hub.domain.profile.return_share import list_goods, weigh_share
from kiosk.hub.models.benefits.earning import Earning
from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.benefits.tender import Tender
from kiosk.hub.models.profile.goods_return import GoodsReturn
from kiosk.hub.models.profile.receipt import Receipt
from kiosk.hub.sample.shop import TILL
from kiosk.pricing.cents import round_share
from tests.hub.lives.failing_shop import Ask
from tests.hub.lives.life import Life
from tests.hub.lives.power import CUTS, Cut
from tests.hub.till import make_receipt

_UNITS = ("points", "EUR")
_RECEIPTS = some.integers(0, 1)
_TILLS = some.integers(0, 1)
_PAYMENTS = some.integers(0, 3)
_WAYS = ([{"line": 0, "quantity": "1"}], [{"line": 0, "quantity": "1"}, {"line": 1, "quantity": "0.25"}], None)
"""What comes back: one of two mugs, that and half of the tea, or all that is left."""


class LedgerLife(Life):
    """Two purchases, each with up to six returns, and four payments; of the first, all that it earned is spent."""

    def __init__(self) -> None:
        super().__init__()
        self.told = dict[str, Any]()
        self.ends = dict[str, str]()

    @initialize()
    def spend_all(self) -> None:
        for ask in (self._sell(0), self._hold(0, "points"), self._spend(0)):
            self.expect({201}, ask, cut=None)

    @rule(receipt=_RECEIPTS, cut=CUTS)
    def sell(self, receipt: int, cut: Cut | None) -> None:
        self.expect({201, 200}, self._sell(receipt), cut=cut)

    @rule(receipt=_RECEIPTS, cut=CUTS)
    def sell_twice_at_once(self, receipt: int, cut: Cut | None) -> None:
        told = self.expect({201, 200}, self._sell(receipt), self._sell(receipt), cut=cut)

        assert told.count(201) <= 1

    @rule(receipt=_RECEIPTS, till=_TILLS, way=some.integers(0, 2), cut=CUTS)
    def bring_back(self, receipt: int, till: int, way: int, cut: Cut | None) -> None:
        (answer,) = self.shop.do(self._bring_back(receipt, till, way), cut=cut)
        if answer is not None and answer.status_code in (200, 201):
            assert self.told.setdefault(answer.json()["id"], answer.json()) == answer.json()

    @rule(receipt=_RECEIPTS, way=some.integers(0, 2), cut=CUTS)
    def bring_back_at_both_tills_at_once(self, receipt: int, way: int, cut: Cut | None) -> None:
        both = [self._bring_back(receipt, till, way) for till in (0, 1)]
        self.expect({201, 200, 404, 422}, *both, cut=cut)

    @rule(payment=_PAYMENTS, unit=some.sampled_from(_UNITS), cut=CUTS)
    def hold(self, payment: int, unit: str, cut: Cut | None) -> None:
        self.expect({201, 200, 422}, self._hold(payment, unit), cut=cut)

    @rule(one=_PAYMENTS, other=_PAYMENTS, cut=CUTS)
    def hold_at_both_tills_at_once(self, one: int, other: int, cut: Cut | None) -> None:
        self.expect({201, 200, 422}, self._hold(one, "points"), self._hold(other, "points"), cut=cut)

    @rule(payment=_PAYMENTS, cut=CUTS)
    def spend(self, payment: int, cut: Cut | None) -> None:
        self.expect({201, 200, 404, 422}, self._spend(payment), cut=cut)

    @rule(payment=_PAYMENTS, cut=CUTS)
    def let_go(self, payment: int, cut: Cut | None) -> None:
        self.expect({200, 404, 422}, self._let_go(payment), cut=cut)

    @rule(payment=_PAYMENTS, cut=CUTS)
    def spend_while_it_is_let_go(self, payment: int, cut: Cut | None) -> None:
        told = self.expect({201, 200, 404, 422}, self._spend(payment), self._let_go(payment), cut=cut)

        assert told.count(200) + told.count(201) <= 1

    @rule(minutes=some.sampled_from([1, 16]))
    def wait(self, minutes: int) -> None:
        self.shop.dial.turn(timedelta(minutes=minutes))
        sweep_coupons(self.shop.hub)

    def _sell(self, receipt: int) -> Ask:
        body = make_receipt(dict(self.stage.card), id=f"r-{receipt}", total=f"{30 + 7 * receipt}.50")
        return self.shop.call("POST", "/v1/receipts", self.stage.tills[0], body)

    def _bring_back(self, receipt: int, till: int, way: int) -> Ask:
        name = f"back-{receipt}-{way}-{till}"
        body = {"id": name, "receipt": f"r-{receipt}", "till": TILL, "returned_at": "2026-11-22T10:00:00Z"}
        return self.shop.call("POST", "/v1/returns", self.stage.tills[till], {**body, "lines": _WAYS[way]})

    def _hold(self, payment: int, unit: str) -> Ask:
        due = {"amount": f"0.{99 - 30 * payment:02}", "currency": "EUR"}
        body = {"id": f"p-{payment}", "credential": self.stage.card, "unit": unit, "due": due}
        return self.shop.call("POST", "/v1/payments", self._find_till(payment), body)

    def _spend(self, payment: int) -> Ask:
        return self.shop.call("POST", "/v1/payments/redeemed", self._find_till(payment), {"id": f"p-{payment}"})

    def _let_go(self, payment: int) -> Ask:
        return self.shop.call("DELETE", f"/v1/payments?id=p-{payment}", self._find_till(payment))

    def _find_till(self, payment: int) -> str:
        return self.stage.tills[payment % 2]

    @invariant()
    def the_books_are_right(self) -> None:
        with self.shop.hub.database.read() as session:
            assert find_faults(session) == []
            assert session.scalar(select(func.sum(LedgerAccount.balance))) in (None, 0)

    @invariant()
    def what_was_taken_back_is_the_share_of_what_is_back(self) -> None:
        with self.shop.hub.database.read() as session:
            for receipt in session.scalars(select(Receipt)):
                rows = select(GoodsReturn.taken).where(GoodsReturn.receipt_id == receipt.id)
                taken = [one for row in session.scalars(rows) for one in msgspec.convert(row, list[Taken])]
                share = weigh_share(list_goods(receipt), receipt.returned)
                for award in _list_awards(session, receipt):
                    steps = sum(one.steps for one in taken if one.unit == award.unit)
                    assert steps == round_share(award.steps, share) <= award.steps

    @invariant()
    def what_she_earned_is_hers_owed_laid_by_or_spent(self) -> None:
        with self.shop.hub.database.read() as session:
            awards = [award for receipt in session.scalars(select(Receipt)) for award in _list_awards(session, receipt)]
            taken = [
                one for row in session.scalars(select(GoodsReturn.taken)) for one in msgspec.convert(row, list[Taken])
            ]
            payments = session.scalars(select(Tender)).all()
            for unit in _UNITS:
                hers, owed = (_read(session, kind, unit) for kind in ("member", "owed"))
                in_state = {
                    state: sum(payment.steps for payment in payments if (payment.unit, payment.state) == (unit, state))
                    for state in ("held", "redeemed")
                }
                earned = sum(award.steps for award in awards if award.unit == unit)
                back = sum(one.steps for one in taken if one.unit == unit)
                assert _read(session, "laid_by", unit) == in_state["held"]
                assert hers + owed + in_state["held"] + in_state["redeemed"] == earned - back
                assert hers >= 0 >= owed
                assert hers == 0 or owed == 0

    @invariant()
    def an_end_is_the_end(self) -> None:
        with self.shop.hub.database.read() as session:
            ends = {row.id: row.state for row in session.scalars(select(Tender)) if row.state != "held"}
        assert self.ends.items() <= ends.items()
        self.ends = ends


def _list_awards(session: Session, receipt: Receipt) -> list[Award]:
    earning = session.get(Earning, (receipt.store_id, receipt.earning_key))
    return msgspec.convert(earning.findings, list[Award]) if earning else []


def _read(session: Session, kind: str, unit: str) -> int:
    query = select(func.sum(LedgerAccount.balance)).where(LedgerAccount.kind == kind, LedgerAccount.unit == unit)
    return int(session.scalar(query) or 0)
