"""Whatever comes twice, late, or out of order: who sees something was let by her, in time, and nobody else does."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.handshake.agreement import ANSWER_LIFE, CODE_LIFE, SHARES
from kiosk.hub.domain.handshake.meeting import (
    Clerk,
    ask_by_code,
    confirm_handshake,
    end_handshake,
    find_own,
    make_handshake_code,
    show_code,
)
from kiosk.hub.models.handshake.handshake import Handshake
from kiosk.hub.problem import Problem
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.handshake.meetings import NILS, SAM, SECRET, welcome
from tests.hub.running import NOW, Dial

_CLERKS = st.sampled_from((SAM, NILS))
_CHOSEN = st.sets(st.sampled_from(SHARES))
_PACE = settings(max_examples=20, stateful_step_count=16, database=None)


class _Counter(RuleBasedStateMachine):
    """Beside the hub's own account a plain one is kept: who was let see what, until when."""

    hub: Hub
    dial: Dial
    session: Session
    numbers: Iterator[int]

    def __init__(self) -> None:
        super().__init__()
        number = next(self.numbers)
        self.dial.time = NOW
        self.customer = welcome(self.hub, self.session, f"{number:064}", f"b-{number}")
        self.shown: list[tuple[Handshake, str]] = []
        self.asking: dict[str, tuple[Clerk, datetime]] = {}
        self.let: dict[str, tuple[Clerk, tuple[str, ...], datetime]] = {}

    @rule()
    def show(self) -> None:
        handshake = show_code(self.hub, self.session, self.customer.member, SECRET)
        if not any(handshake is one for one, _ in self.shown):
            self.shown.append((handshake, make_handshake_code(SECRET, handshake)))

    @rule(clerk=_CLERKS, data=st.data())
    def take_a_code(self, clerk: Clerk, data: st.DataObject) -> None:
        if self.shown:
            handshake, code = data.draw(st.sampled_from(self.shown))
            is_in_time = handshake is self.shown[-1][0] and self.dial.time < handshake.due_at
            was_free = handshake.state == "shown"
            if self._try(lambda: ask_by_code(self.hub, self.session, STORE, clerk, code)) and was_free:
                assert is_in_time
                self.asking[handshake.id] = (clerk, self.dial.time + ANSWER_LIFE)

    @rule(chosen=_CHOSEN, data=st.data())
    def confirm(self, chosen: set[str], data: st.DataObject) -> None:
        if self.shown:
            handshake, _ = data.draw(st.sampled_from(self.shown))
            shares = tuple(one for one in SHARES if one in chosen)
            if self._try(lambda: confirm_handshake(self.hub, self.session, handshake, chosen)):
                clerk, until = self.asking[handshake.id]
                if handshake.id not in self.let:
                    assert self.dial.time < until
                    self.let[handshake.id] = (clerk, shares, self.dial.time + self.hub.settings.handshake)

    @rule(data=st.data())
    def end(self, data: st.DataObject) -> None:
        if self.shown:
            handshake, _ = data.draw(st.sampled_from(self.shown))
            end_handshake(self.hub, self.session, handshake)
            self.asking.pop(handshake.id, None)
            if handshake.id in self.let:
                clerk, shares, until = self.let[handshake.id]
                self.let[handshake.id] = (clerk, shares, min(until, self.dial.time))

    @rule(by=st.sampled_from((timedelta(seconds=1), CODE_LIFE, timedelta(minutes=14), timedelta(minutes=15))))
    def wait(self, by: timedelta) -> None:
        self.dial.turn(by)

    @invariant()
    def only_who_was_let_sees_just_that(self) -> None:
        for handshake, _ in self.shown:
            for clerk in (SAM, NILS):
                found = find_own(self.hub, self.session, STORE, clerk.id, handshake.id)
                seen = tuple(found.shares) if found and found.state == "confirmed" else None
                assert seen == self._reckon(handshake.id, clerk)

    def _reckon(self, handshake_id: str, clerk: Clerk) -> tuple[str, ...] | None:
        let = self.let.get(handshake_id)
        return let[1] if let and let[0] == clerk and self.dial.time < let[2] else None

    @staticmethod
    def _try(act: Callable[[], object]) -> bool:
        try:
            act()
        except Problem:
            return False
        return True


def test_nobody_ever_sees_more_than_she_lets(hub: Hub, dial: Dial) -> None:
    with hub.database.write() as session:

        class Counter(_Counter):
            """The one at which these meet."""

        Counter.hub, Counter.dial, Counter.session, Counter.numbers = hub, dial, session, count()
        run_state_machine_as_test(Counter, settings=_PACE)
