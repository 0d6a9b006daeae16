"""The life of coupons: two tills and a phone pull at them at once, and each comes to one end, once."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule
from sqlalchemy import func, select

from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.domain.benefits.sweep import sweep_coupons
from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from tests.hub.lives.failing_shop import Ask
from tests.hub.lives.life import Life
from tests.hub.lives.power import CUTS, Cut
from tests.hub.lives.stage import OFFERS, PAGES
from tests.hub.running import NOW

_ENDS = ("redeemed", "released", "expired")
_COUPONS = some.sampled_from(range(len(PAGES)))
_TILLS = some.integers(0, 1)
_BASKETS = some.sampled_from(["b1", "b2"])


class CouponLife(Life):
    """Anna's two coupons; that of the lamp is good for two hours."""

    def __init__(self) -> None:
        super().__init__()
        self.ends = dict[str, tuple[str, datetime | None]]()
        with self.shop.hub.database.write() as session:
            for bookmark in session.scalars(select(Bookmark).where(Bookmark.offer_id == OFFERS[1])):
                bookmark.expires_at = bookmark.due_at = NOW + timedelta(hours=2)
            self.codes = [session.get_one(Bookmark, page).redeem_code for page in PAGES]

    @rule(coupon=_COUPONS, till=_TILLS, basket=_BASKETS, cut=CUTS)
    def hold(self, coupon: int, till: int, basket: str, cut: Cut | None) -> None:
        self.expect({201, 200, 422}, self._hold(coupon, till, basket), cut=cut)

    @rule(coupon=_COUPONS, basket=_BASKETS, cut=CUTS)
    def hold_at_both_tills_at_once(self, coupon: int, basket: str, cut: Cut | None) -> None:
        both = [self._hold(coupon, till, basket) for till in (0, 1)]
        told = self.expect({201, 200, 422}, *both, cut=cut)

        assert told.count(201) + told.count(200) <= 1

    @rule(coupon=_COUPONS, till=_TILLS, basket=_BASKETS, cut=CUTS)
    def let_go(self, coupon: int, till: int, basket: str, cut: Cut | None) -> None:
        path = f"/v1/holds?bookmark={PAGES[coupon]}&basket={basket}"
        self.expect({204}, self.shop.call("DELETE", path, self.stage.tills[till]), cut=cut)

    @rule(coupon=_COUPONS, till=_TILLS, basket=_BASKETS | some.none(), by_code=some.booleans(), cut=CUTS)
    def redeem(self, coupon: int, till: int, basket: str | None, cut: Cut | None, *, by_code: bool) -> None:
        said = self.codes[coupon] if by_code else PAGES[coupon]
        self.expect({201, 200, 422}, self._redeem(said, till, basket), cut=cut)

    @rule(coupon=_COUPONS, cut=CUTS)
    def redeem_at_both_tills_at_once(self, coupon: int, cut: Cut | None) -> None:
        told = self.expect({201, 200, 422}, *(self._redeem(PAGES[coupon], till, None) for till in (0, 1)), cut=cut)

        assert told.count(201) <= 1

    @rule(coupon=_COUPONS, cut=CUTS)
    def give_back(self, coupon: int, cut: Cut | None) -> None:
        self.expect({303, 422}, self._give_back(coupon), cut=cut)

    @rule(coupon=_COUPONS, cut=CUTS)
    def give_back_while_a_till_redeems(self, coupon: int, cut: Cut | None) -> None:
        told = self.expect({303, 201, 200, 422}, self._give_back(coupon), self._redeem(PAGES[coupon], 0, None), cut=cut)

        assert 422 in told or None in told

    @rule(minutes=some.sampled_from([1, 16, 61]))
    def wait(self, minutes: int) -> None:
        self.shop.dial.turn(timedelta(minutes=minutes))
        sweep_coupons(self.shop.hub)

    def _hold(self, coupon: int, till: int, basket: str) -> Ask:
        body = {"bookmark": PAGES[coupon], "basket": basket}
        return self.shop.call("POST", "/v1/holds", self.stage.tills[till], body)

    def _redeem(self, said: str, till: int, basket: str | None) -> Ask:
        body: dict[str, Any] = {"bookmark": said, "basket": basket, "paid": {"amount": "30.00", "currency": "EUR"}}
        return self.shop.call("POST", "/v1/redemptions", self.stage.tills[till], body)

    def _give_back(self, coupon: int) -> Ask:
        path = f"{self.stage.claims[coupon]}/release"
        return self.shop.send(self.stage.phone, path, self.stage.phone_fields[coupon])

    @invariant()
    def an_end_is_the_end(self) -> None:
        with self.shop.hub.database.read() as session:
            rows = session.scalars(select(Bookmark)).all()
        ends = {row.id: (row.state, row.redeemed_at) for row in rows if row.state in _ENDS}
        assert self.ends.items() <= ends.items()
        assert all((row.redeemed_at is not None) == (row.state == "redeemed") for row in rows)
        self.ends = ends

    @invariant()
    def each_turn_is_posted_once_and_the_books_know_the_states(self) -> None:
        with self.shop.hub.database.read() as session:
            for row in session.scalars(select(Bookmark)):
                keys = session.scalars(
                    select(LedgerPosting.key).where(LedgerPosting.key.startswith(f"coupon:{row.id}:"))
                )
                assert set(keys) == {f"coupon:{row.id}:{turn}" for turn in range(row.turns)}
                states = select(LedgerAccount.kind).where(
                    LedgerAccount.owner == row.offer_id, LedgerAccount.balance > 0, LedgerAccount.unit == "coupons"
                )
                assert session.scalars(states).all() == [row.state]
            assert find_faults(session) == []

    @invariant()
    def it_is_said_and_paid_once(self) -> None:
        redeemed = {page for page, (state, _) in self.ends.items() if state == "redeemed"}
        with self.shop.hub.database.read() as session:
            told = session.scalars(select(Message.bookmark_id).where(Message.entry == "till")).all()
            assert Counter(told) == Counter(redeemed)
            paid = select(func.count()).select_from(LedgerPosting).where(LedgerPosting.reason == "purchase")
            assert session.scalar(paid) == 2 * len(redeemed)
