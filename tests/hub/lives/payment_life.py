"""The life of a basket that is paid on a phone: pressed twice, answered late or never, the power cut at any statement.

No cent, point or coupon is made or lost: what the provider took is what was sold, less what went back. What becomes of
the goods lives in `order_life.py`.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial

from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from typing_extensions import override

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add, BasketLocked, Change, UseUnit, change_basket
from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.domain.settlement.advance import advance_settlement, end_settlement
from kiosk.hub.domain.settlement.begin import DealChanged
from kiosk.hub.domain.settlement.pace import UNDER_WAY
from kiosk.hub.domain.settlement.refunding import Wish, begin_refund
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.models.basket.basket_line import WAYS, Way
from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.benefits.tender import Tender
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import OPEN, Settlement, find_open
from kiosk.hub.payment.provider import ProviderSilent, State
from kiosk.hub.problem import Problem
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.pickup.orders import ADDRESS
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.lives.life import Life
from tests.hub.lives.power import CUTS, Cut

MOODS = some.sampled_from(["well", "well", "well", "deaf", "mute", "forgetful"])
_WAYS: some.SearchStrategy[Way] = some.sampled_from(WAYS)
_ANSWERS: some.SearchStrategy[State] = some.sampled_from(["approved", "approved", "processing"])
STOCK = 1000
_IDS = some.integers(0, 3)
_COUPON_OF = {"asked": "held", "ending": "held", "paid": "redeemed"}
_TENDER_OF = {"asked": "held", "ending": "held", "paid": "redeemed", "released": "released"}


class PaymentLife(Life):
    """She puts pens into her basket, and pays for them with an offer that she kept, points, credit, and money."""

    def __init__(self) -> None:
        super().__init__()
        self.provider = MoodyProvider(reach=self.shop.reach)
        self.till = PhoneTill(self.shop.hub, self.provider)
        self.till.set_stock(STOCK)

    @property
    def hub(self) -> Hub:
        """The hub that runs now, and the provider, which lost nothing."""
        self.till.hub = replace(self.shop.hub, provider=self.provider)
        return self.till.hub

    @rule(number=some.integers(0, 9), way=_WAYS, cut=CUTS)
    def put(self, number: int, way: Way, cut: Cut | None) -> None:
        self.live(lambda: self._change(f"put-{number}-{way}", Add(PEN, way)), cut=cut)

    @rule(number=_IDS, unit=some.sampled_from(["points", "EUR"]), is_used=some.booleans(), cut=CUTS)
    def choose(self, number: int, unit: str, is_used: bool, cut: Cut | None) -> None:  # noqa: FBT001 # a drawn value
        change = UseUnit("points" if unit == "points" else "EUR", is_used)
        self.live(lambda: self._change(f"use-{unit}-{is_used}-{number}", change), cut=cut)

    @rule(mood=MOODS, cut=CUTS)
    def pay(self, mood: str, cut: Cut | None) -> None:
        self.live(self._press, cut=cut, mood=mood)

    @rule(cut=CUTS)
    def pay_on_two_devices_at_once(self, cut: Cut | None) -> None:
        deal = self.till.look().deal
        self.live(lambda: self._press(deal), lambda: self._press(deal), cut=cut)

    @rule(answer=_ANSWERS, is_declined=some.booleans())
    def answer(self, answer: State, is_declined: bool) -> None:  # noqa: FBT001 # a drawn value
        for charge, outcome in list(self.provider.charges.items()):
            if outcome.state in ("open", "processing"):
                self.provider.settle(charge, "open" if is_declined else answer, was_declined=is_declined)

    @rule(mood=MOODS, cut=CUTS)
    def look(self, mood: str, cut: Cut | None) -> None:
        self.live(self._advance, self._advance, cut=cut, mood=mood)

    @rule(mood=MOODS, cut=CUTS)
    def call_off(self, mood: str, cut: Cut | None) -> None:
        self.live(self._end, cut=cut, mood=mood)

    @rule(is_slow=some.booleans(), cut=CUTS)
    def call_off_while_it_is_begun(self, is_slow: bool, cut: Cut | None) -> None:  # noqa: FBT001 # a drawn value
        self.provider.meanwhile["begin"] = lambda: self._let_go(is_slow=is_slow)
        self.live(self._press, cut=cut)

    @rule(number=_IDS, pieces=some.none() | some.integers(1, 2), mood=MOODS, cut=CUTS)
    def bring_back(self, number: int, pieces: int | None, mood: str, cut: Cut | None) -> None:
        self.live(lambda: self._bring_back(number, pieces), cut=cut, mood=mood)

    @rule(minutes=some.sampled_from([1, 16]), mood=MOODS, cut=CUTS)
    def wait(self, minutes: int, mood: str, cut: Cut | None) -> None:
        self.shop.dial.turn(timedelta(minutes=minutes))
        self.live(lambda: sweep_settlements(self.hub), cut=cut, mood=mood)

    @override
    def teardown(self) -> None:
        """Once everybody answers again, everything comes to an end by itself."""
        for _ in range(3):
            self.shop.dial.turn(timedelta(days=1))
            self.live(lambda: sweep_settlements(self.hub), cut=None)
            for charge, outcome in list(self.provider.charges.items()):
                if outcome.state == "processing":
                    self.provider.settle(charge, "approved")
        with self.hub.database.read() as session:
            assert find_open(session, [self.till.key]) is None
            assert {refund.state for refund in session.scalars(select(Refund))} <= {"done"}
        self.money_is_where_it_was_taken_less_what_went_back()
        super().teardown()

    def live(self, *steps: Callable[[], object], cut: Cut | None, mood: str = "well") -> None:
        """Do this at once, while the provider is in such a mood."""
        self.provider.deaf, self.provider.mute = mood == "deaf", mood == "mute"
        self.provider.forgotten = set(self.provider.charges) if mood == "forgetful" else set()
        self.shop.run(*(partial(_calmly, step) for step in steps), cut=cut)
        self.provider.deaf = self.provider.mute = False
        self.provider.forgotten.clear()
        self.provider.meanwhile.clear()

    def _change(self, change_id: str, change: Change) -> None:
        hub = self.hub
        with hub.database.write() as session:
            change_basket(hub, session, self.till.get_member(session), change_id, change)

    def _press(self, deal: str | None = None) -> None:
        hub = self.hub
        advance_settlement(hub, self.till.begin(deal, ADDRESS))

    def _advance(self) -> None:
        hub = self.hub
        with hub.database.read() as session:
            running = find_open(session, [self.till.key])
        if running:
            advance_settlement(hub, running.id)

    def _end(self) -> None:
        hub = self.hub
        with hub.database.read() as session:
            running = find_open(session, [self.till.key])
        if running:
            end_settlement(hub, running.id)
            advance_settlement(hub, running.id)

    def _let_go(self, *, is_slow: bool) -> None:
        """Whoever is to begin it is held up for so long that nobody waits for that any more, or not as long."""
        _calmly(self._end)
        if is_slow:
            self.shop.dial.turn(UNDER_WAY)
            _calmly(self._end)

    def _bring_back(self, number: int, pieces: int | None) -> None:
        hub = self.hub
        with hub.database.write() as session:
            for row in list_settlements(session, "paid")[:1]:
                counts = None if pieces is None else {row.bill.lines[0].line.id: pieces}
                begin_refund(hub, session, row, Wish(f"back-{number}", counts, "sam", restocks=number % 2 == 0))
        sweep_settlements(hub)

    @invariant()
    def the_books_are_right(self) -> None:
        with self.hub.database.read() as session:
            assert find_faults(session) == []
            assert session.scalar(select(func.sum(LedgerAccount.balance))) in (None, 0)

    @invariant()
    def money_is_where_it_was_taken_less_what_went_back(self) -> None:
        with self.hub.database.read() as session:
            paid, refunds = list_settlements(session, "paid"), session.scalars(select(Refund)).all()
            taken = sum((row.due for row in paid), Decimal(0))
            back = sum((one.money for one in refunds if one.state == "done"), Decimal(0))
            assert _read(session, "clearing", "EUR") == int((taken - back).scaleb(2))
            assert all(self.provider.charges[row.id].state == "approved" for row in paid if row.due)
            released = list_settlements(session, "released")
            assert all(self._find_state(row) in ("ended", "none") or self._is_made_up_for(row) for row in released)
            assert {one.name for one in refunds if one.state == "done" and one.money} <= set(self.provider.given_back)
            asked = {one.name: one.money for one in refunds} | {f"late:{row.id}": row.due for row in released}
            assert self.provider.given_back.items() <= asked.items()

    def _is_made_up_for(self, row: Settlement) -> bool:
        """What came too late goes back, or is yet to be looked at."""
        return row.look_at is not None or f"late:{row.id}" in self.provider.given_back

    def _find_state(self, row: Settlement) -> str:
        outcome = self.provider.charges.get(row.id)
        return outcome.state if outcome else "none"

    @invariant()
    def what_goes_back_is_no_more_than_was_paid(self) -> None:
        with self.hub.database.read() as session:
            for row in list_settlements(session, "paid"):
                refunds = session.scalars(select(Refund).where(Refund.settlement_id == row.id)).all()
                assert sum((one.money for one in refunds), Decimal(0)) <= row.due
                assert sum((one.amount for one in refunds), Decimal(0)) <= row.bill.total

    @invariant()
    def one_payment_runs_at_a_time_and_sales_are_counted_without_a_gap(self) -> None:
        with self.hub.database.read() as session:
            assert len(list_settlements(session, *OPEN)) <= 1
            numbers = sorted(row.number or 0 for row in list_settlements(session, "paid"))
        assert numbers == list(range(1, len(numbers) + 1))

    @invariant()
    def points_credit_and_coupon_stand_as_the_payment_does(self) -> None:
        with self.hub.database.read() as session:
            rows = session.scalars(select(Settlement)).all()
            tenders = {one.payment: _TENDER_OF[row.state] for row in rows for one in row.tendered}
            assert {row.id: row.state for row in session.scalars(select(Tender))} == tenders
            uses = [_COUPON_OF[row.state] for row in rows if row.state in _COUPON_OF and self._uses_coupon(row)]
            assert uses in ([], [session.get_one(Bookmark, self.till.coupon).state])

    def _uses_coupon(self, row: Settlement) -> bool:
        return any(saving.benefit == self.till.coupon for line in row.bill.lines for saving in line.savings)


def _calmly(step: Callable[[], object]) -> None:
    """What a page would say calmly."""
    with suppress(ProviderSilent, DealChanged, BasketLocked, Problem):
        step()


def list_settlements(session: Session, *states: str) -> Sequence[Settlement]:
    query = select(Settlement).where(Settlement.state.in_(states))
    return session.scalars(query.order_by(Settlement.made_at, Settlement.id)).all()


def _read(session: Session, kind: str, unit: str) -> int:
    query = select(func.sum(LedgerAccount.balance)).where(LedgerAccount.kind == kind, LedgerAccount.unit == unit)
    return int(session.scalar(query) or 0)
