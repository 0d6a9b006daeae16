"""The life of who lets the store charge her as she leaves: shown, gone, taken back, answered late, into power cuts.

No money twice, and none without her: what is charged she allowed, up to her limit, once a day, and it is what her phone
showed her last. Nothing of it came by a card at a screen that she did not confirm. No card is kept that she
took back.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule
from sqlalchemy import select
from sqlalchemy.orm import Session
from typing_extensions import override

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add, AddAtScreen, Confirm, SetCount
from kiosk.hub.domain.basket.goods import find_code
from kiosk.hub.domain.basket.standing import BasketStanding, gather_basket
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.leaving.departure import settle_departure
from kiosk.hub.domain.leaving.mandate import allow_charging
from kiosk.hub.domain.leaving.mandate_sweep import sweep_mandates
from kiosk.hub.domain.leaving.shown import note_shown
from kiosk.hub.domain.leaving.sweep import close_silent
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.domain.visit.visit import EXIT_PATIENCE, Arrival, check_in, close_visit, find_running
from kiosk.hub.models.catalogue.promotion import Promotion, set_promotions
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.consent import Consent, is_given
from kiosk.hub.models.settlement.mandate import LASTING, Mandate
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.sample.shop import STORE
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Percentage
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.benefits.own_page import open_in
from tests.hub.domain.leaving.at_exit import hear_screens, see_at_exit
from tests.hub.lives.payment_life import MOODS, PaymentLife
from tests.hub.lives.power import CUTS, Cut

CUP, DOOR = "04012345000016", "window-1"
HIGHEST = Money(Decimal(150), "EUR")
_HALF = Benefit("half", {"en": "half off"}, Percentage(Decimal(50)), StackGroup(1, "all"))
_MINUTE = timedelta(minutes=1)


class LeavingLife(PaymentLife):
    """As that of a payment, and she may walk out, while others hold a copy of her card to a screen."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: BasketStanding | None = None
        self.is_foreign = False
        self.known: set[str] = set()
        with self.hub.database.read() as session:
            bookmark = session.get_one(Bookmark, self.till.coupon)
        open_in(self.hub, bookmark, "p" * 64, is_hers=True)

    @property
    @override
    def hub(self) -> Hub:
        hub = super().hub
        self.till.hub = replace(hub, settings=replace(hub.settings, charge_on_leaving=HIGHEST))
        return self.till.hub

    @rule(most=some.sampled_from([20, 60]), mood=MOODS, cut=CUTS)
    def allow(self, most: int, mood: str, cut: Cut | None) -> None:
        self.live(lambda: self._allow(Decimal(most)), cut=cut, mood=mood)

    @rule(mood=MOODS, cut=CUTS)
    def revoke(self, mood: str, cut: Cut | None) -> None:
        self.live(self._revoke, cut=cut, mood=mood)
        self.shop.dial.turn(_MINUTE)

    @rule(number=some.integers(0, 9), cut=CUTS)
    def scan_at_a_screen(self, number: int, cut: Cut | None) -> None:
        before = self._count_cups()
        self.live(lambda: self._change(f"screen-{number}", AddAtScreen(CUP, DOOR)), cut=cut)
        self.is_foreign = self.is_foreign or self._count_cups() > before

    @rule()
    def confirm(self) -> None:
        shown = self._look().shown
        self.live(lambda: self._change(self.hub.mint(), Confirm(shown)), cut=None)
        with self.hub.database.read() as session:
            is_locked = session.scalars(select(Settlement).where(Settlement.state.in_(("asked", "ending")))).first()
        self.is_foreign = self.is_foreign and is_locked is not None

    @rule()
    def look_at_her_phone(self) -> None:
        self.seen = self._look()
        with self.hub.database.write() as session:
            note_shown(session, self.till.get_member(session), self.seen.bill)

    @rule(is_on=some.booleans())
    def promote(self, is_on: bool) -> None:  # noqa: FBT001 # a drawn value
        with self.hub.database.write() as session:
            set_promotions(session, STORE, [Promotion(store_id=STORE, id="half", benefit=_HALF)] if is_on else [])

    @rule(mood=MOODS, cut=CUTS)
    def walk_out(self, mood: str, cut: Cut | None) -> None:
        self.live(self.pass_exit, cut=None)
        self.settle(mood, cut)

    def settle(self, mood: str, cut: Cut | None) -> None:
        self.shop.dial.turn(EXIT_PATIENCE)
        self.live(self._sweep, self._sweep, cut=cut, mood=mood)

    @rule(mood=MOODS, cut=CUTS)
    def say_that_she_goes(self, mood: str, cut: Cut | None) -> None:
        bill = self.seen.bill if self.seen else ""
        self.live(lambda: self._go(bill), lambda: self._go(bill), cut=cut, mood=mood)

    @rule(is_word=some.booleans(), meanwhile=some.sampled_from(["", "promoted", "scanned"]), mood=MOODS, cut=CUTS)
    def shop_on_another_day(self, is_word: bool, meanwhile: str, mood: str, cut: Cut | None) -> None:  # noqa: FBT001 # drawn
        self.shop.dial.turn(timedelta(days=1))
        self.promote(is_on=False)
        self.allow(60, "well", None)
        self.live(lambda: self._go(""), self._sweep, cut=None)
        for line in self._look().lines:
            self.live(partial(self._change, self.hub.mint(), SetCount(line.line.id, 0)), cut=None)
        self.live(self.pass_door, cut=None)
        self.shop.dial.turn(_MINUTE)
        self.live(lambda: self._change(self.hub.mint(), Add(PEN)), cut=None)
        self.is_foreign = self._count_cups() > 0
        self.look_at_her_phone()
        if meanwhile == "promoted":
            self.promote(is_on=True)
        if meanwhile == "scanned":
            self._scan_and_look()
        if is_word:
            self.say_that_she_goes(mood, cut)
        else:
            self.walk_out(mood, cut)

    def _scan_and_look(self) -> None:
        """Another holds a copy of her card to a screen, and she sees it in her basket, and says nothing of it."""
        self.live(lambda: self._change(self.hub.mint(), AddAtScreen(CUP, DOOR)), cut=None)
        self.is_foreign = self._count_cups() > 0
        self.look_at_her_phone()

    @override
    def teardown(self) -> None:
        """What she took back is let go, and nothing else is."""
        for _ in range(3):
            self.shop.dial.turn(timedelta(hours=1))
            self.live(self._sweep, cut=None)
        with self.hub.database.read() as session:
            allowed = is_given(session, self.till.key, CHARGE_ON_LEAVING)
            lasting = {row.id for row in session.scalars(select(Mandate)) if row.state in LASTING}
        kept = {name for name, keeping in self.provider.means.items() if keeping.state != "ended"}
        assert kept <= lasting
        assert bool(lasting) == allowed
        super().teardown()

    def _allow(self, most: Decimal) -> None:
        hub = self.hub
        with hub.database.write() as session:
            mandate = allow_charging(hub, session, self.till.get_member(session), Money(most, "EUR"))
            assert mandate
        sweep_mandates(hub)
        if mandate.id in self.provider.means and self.provider.means[mandate.id].state == "open":
            self.provider.name_means(mandate.id)
        self.shop.dial.turn(_MINUTE)
        sweep_mandates(hub)

    def _revoke(self) -> None:
        hub = self.hub
        with hub.database.write() as session:
            withdraw(hub, session, self.till.get_member(session), CHARGE_ON_LEAVING)
        sweep_mandates(hub)

    def pass_door(self) -> None:
        """She holds her card to it."""
        hub = self.hub
        with hub.database.write() as session:
            check_in(hub, session, self.till.get_member(session), Arrival("card", hub.now(), DOOR))

    def pass_exit(self, stay: timedelta = timedelta()) -> None:
        """All screens are there, and that at the exit tells that she was before it for so long."""
        hub = self.hub
        self.shop.dial.turn(timedelta(seconds=10))
        hear_screens(self.hub)
        with hub.database.write() as session:
            see_at_exit(hub, session, self.till.get_member(session), stay)

    def _go(self, bill: str) -> None:
        hub = self.hub
        with hub.database.write() as session:
            member = self.till.get_member(session)
            running = find_running(hub, session, member)
            close_visit(session, member, hub.now(), "ended")
            if running:
                settle_departure(hub, session, running, bill)
        sweep_settlements(hub)

    def _sweep(self) -> None:
        hub = self.hub
        hear_screens(self.hub)
        close_silent(hub)
        sweep_mandates(hub)
        sweep_settlements(hub)

    def _look(self) -> BasketStanding:
        """By the hub that runs now, whichever did a moment ago."""
        hub = self.hub
        with hub.database.read() as session:
            return gather_basket(hub, session, self.till.get_member(session))

    def _count_cups(self) -> int:
        return sum(one.line.count for one in self._look().lines if one.line.code == CUP)

    @invariant()
    def she_is_charged_what_she_saw_and_allowed_and_nothing_of_others(self) -> None:
        with self.hub.database.read() as session:
            for row in self._list_new(session):
                assert self.seen
                assert (row.bill.lines, row.due) == (self.seen.priced.lines, self.seen.due.amount)
                assert not (self.is_foreign and any(find_code(one.line) == CUP for one in row.bill.lines))
                assert row.due <= max(session.scalars(select(Mandate.most)))

    def _list_new(self, session: Session) -> list[Settlement]:
        """What is charged without her since the last look."""
        rows = session.scalars(select(Settlement).where(Settlement.left_by.is_not(None))).all()
        new = [row for row in rows if row.id not in self.known]
        self.known |= {row.id for row in new}
        return new

    @invariant()
    def she_is_charged_once_a_day_and_never_after_she_took_it_back(self) -> None:
        with self.hub.database.read() as session:
            rows = session.scalars(select(Settlement).where(Settlement.left_by.is_not(None))).all()
            consents = session.scalars(select(Consent).where(Consent.purpose == CHARGE_ON_LEAVING)).all()
            days = [row.made_at.date() for row in rows]
            assert len(days) == len(set(days))
            for row in (row for row in rows if row.begun_at is not None):
                assert any(_covers(one, row.made_at, row.begun_at) for one in consents)


def _covers(consent: Consent, made_at: datetime, begun_at: datetime | None) -> bool:
    end = consent.withdrawn_at or datetime.max.replace(tzinfo=UTC)
    return consent.given_at <= made_at and begun_at is not None and begun_at <= end
