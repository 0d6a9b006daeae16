"""A shop in which everything comes twice, late, out of order or is cut off half way: never is there two of anything."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from typing_extensions import override

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.domain.benefits.coupon import TAKEN
from kiosk.hub.domain.benefits.coupon_life import count_taken, hold_coupon, let_go_coupon, release_coupon
from kiosk.hub.domain.benefits.ledger import reverse
from kiosk.hub.domain.benefits.occasion import Occasion, earn
from kiosk.hub.domain.benefits.stamp_card import forget_stamps, stamp_visit
from kiosk.hub.domain.benefits.sweep import sweep_coupons
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.models.benefits.ledger_account import LedgerAccount
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting
from kiosk.hub.models.benefits.stamp_card import find_card
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark, find_bookmark
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.member import Member
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW, Dial

OFFERS = ("o-mug", "o-lamp")
TAPS = st.sampled_from([f"tap-{number}" for number in range(6)])
BASKETS = st.sampled_from(["b1", "b2"])
Act = Callable[[Session], object]


class PowerCut(Exception):
    """It comes after everything was done and before it is kept."""


class Chaos(RuleBasedStateMachine):
    """Whoever runs it says in `open_hub` where the hub with the sample shop comes from."""

    def __init__(self) -> None:
        super().__init__()
        self.dial = Dial()
        self.hub = self.open_hub(self.dial)
        with self.hub.database.write() as session:
            session.get_one(Offer, "o-lamp").valid_until = NOW + timedelta(hours=2)
            self.anna = session.scalars(select(Member.key).where(Member.visits == 1)).one()

    def open_hub(self, dial: Dial) -> Hub:
        """A new one, as its clock is read from the dial."""
        raise NotImplementedError

    @override
    def teardown(self) -> None:
        self.hub.database.close()

    def _do(self, act: Act, *, is_cut: bool) -> None:
        with suppress(PowerCut, Problem), self.hub.database.write() as session:
            act(session)
            if is_cut:
                raise PowerCut

    def _do_with(self, tap: str, act: Callable[[Session, Bookmark], object], *, is_cut: bool) -> None:
        def act_if_kept(session: Session) -> None:
            bookmark = find_bookmark(session, tap)
            if bookmark:
                act(session, bookmark)

        self._do(act_if_kept, is_cut=is_cut)

    @rule(tap=TAPS, is_cut=st.booleans())
    def keep(self, tap: str, *, is_cut: bool) -> None:
        offer, card = OFFERS[int(tap[-1]) % 2], "ab"[int(tap[-1]) % 3 // 2] * 64

        def keep(session: Session) -> None:
            if find_bookmark(session, tap) is None:
                kept = Tap(tap, "f", "uid", card, self.dial.time, "de")
                keep_offer(self.hub, session, session.get_one(Offer, offer), kept)

        self._do(keep, is_cut=is_cut)

    @rule(tap=TAPS, basket=BASKETS, is_cut=st.booleans())
    def hold(self, tap: str, basket: str, *, is_cut: bool) -> None:
        self._do_with(tap, lambda session, row: hold_coupon(session, row, basket, self.dial.time), is_cut=is_cut)

    @rule(tap=TAPS, basket=BASKETS, is_cut=st.booleans())
    def let_go(self, tap: str, basket: str, *, is_cut: bool) -> None:
        self._do_with(tap, lambda session, row: let_go_coupon(session, row, basket, self.dial.time), is_cut=is_cut)

    @rule(tap=TAPS, basket=BASKETS | st.none(), euros=st.integers(0, 90), is_cut=st.booleans())
    def redeem(self, tap: str, basket: str | None, euros: int, *, is_cut: bool) -> None:
        paid = Money(Decimal(euros), "EUR")
        self._do_with(tap, lambda session, row: redeem_bookmark(self.hub, session, row, basket, paid), is_cut=is_cut)

    @rule(tap=TAPS, is_cut=st.booleans())
    def give_back(self, tap: str, *, is_cut: bool) -> None:
        self._do_with(tap, lambda session, row: release_coupon(session, row, self.dial.time), is_cut=is_cut)

    @rule(zone=st.sampled_from(["home", "fashion", "wellness"]), days_ago=st.integers(0, 2), is_cut=st.booleans())
    def come_by(self, zone: str, days_ago: int, *, is_cut: bool) -> None:
        day = self.dial.time.date() - timedelta(days=days_ago)
        occasion = Occasion(f"visit:{day}", "check_in", self.dial.time - timedelta(days=days_ago))

        def note(session: Session) -> None:
            member = session.get_one(Member, self.anna)
            earn(session, member, occasion, self.dial.time)
            stamp_visit(session, member, zone, day, self.dial.time)

        self._do(note, is_cut=is_cut)

    @rule(is_cut=st.booleans())
    def forget(self, *, is_cut: bool) -> None:
        self._do(
            lambda session: forget_stamps(session, session.get_one(Member, self.anna), self.dial.time), is_cut=is_cut
        )

    @rule(place=st.integers(0, 30), is_cut=st.booleans())
    def correct(self, place: int, *, is_cut: bool) -> None:
        def undo(session: Session) -> None:
            query = select(LedgerPosting).where(LedgerPosting.unit == "points").order_by(LedgerPosting.id)
            row = session.scalar(query.offset(place).limit(1))
            if row:
                reverse(session, row, "a mistake", self.dial.time)

        self._do(undo, is_cut=is_cut)

    @rule(minutes=st.sampled_from([1, 20, 90, 24 * 60]))
    def wait(self, minutes: int) -> None:
        self.dial.turn(timedelta(minutes=minutes))

    @rule()
    def sweep(self) -> None:
        sweep_coupons(self.hub)

    @invariant()
    def nothing_comes_of_nothing(self) -> None:
        with self.hub.database.read() as session:
            assert find_faults(session) == []
            assert session.scalar(select(func.sum(LedgerAccount.balance))) in (None, 0)
            card = find_card(session, self.anna)
            assert _read_balance(session, "member", self.anna, "stamps") == (len(card.zones) if card else 0)

    @invariant()
    def every_coupon_is_in_one_state_in_row_and_books(self) -> None:
        with self.hub.database.read() as session:
            rows = session.execute(select(Bookmark.offer_id, Bookmark.state)).all()
            for offer in OFFERS:
                states = [state for offer_id, state in rows if offer_id == offer]
                for state in ("issued", "held", "redeemed", "released", "expired"):
                    assert _read_balance(session, state, offer, "coupons") == states.count(state)
                taken = sum(state in TAKEN for state in states)
                assert count_taken(session, STORE, [offer]).get(offer, 0) == taken

    @invariant()
    def nothing_is_said_or_opened_twice(self) -> None:
        with self.hub.database.read() as session:
            redeemed = session.scalars(select(Bookmark.id).where(Bookmark.state == "redeemed")).all()
            for tap, count in session.execute(
                select(Bookmark.id, func.count(Message.id))
                .join(Message, Message.bookmark_id == Bookmark.id)
                .group_by(Bookmark.id)
            ):
                assert count == 1 + (tap in redeemed)
            conversations = session.scalars(select(Conversation.member_key)).all()
            assert len(conversations) == len(set(conversations))


def _read_balance(session: Session, kind: str, owner: str, unit: str) -> int:
    query = select(LedgerAccount.balance).where(
        LedgerAccount.kind == kind, LedgerAccount.owner == owner, LedgerAccount.unit == unit
    )
    return session.scalar(query) or 0
