"""The life of who goes to exits and comes back: a going that any sign of her undid charges nobody."""

from datetime import timedelta

from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule
from sqlalchemy import select
from typing_extensions import override

from kiosk.hub.domain.visit.exit import stay_on
from kiosk.hub.domain.visit.visit import Arrival, check_in
from kiosk.hub.models.settlement.settlement import Settlement
from tests.hub.lives.leaving_life import LeavingLife
from tests.hub.lives.payment_life import MOODS
from tests.hub.lives.power import CUTS, Cut

SIGNS = some.sampled_from(["door", "screen", "phone"])
_LONG = timedelta(days=2)


class ExitLife(LeavingLife):
    """As that of who leaves; `has_gone`: an exit saw her after all else that was heard of her."""

    def __init__(self) -> None:
        super().__init__()
        self.has_gone = False
        self.by_exit: set[str] = set()

    @rule(sign=SIGNS, minutes=some.integers(0, 9), mood=MOODS, cut=CUTS)
    def come_back_from_an_exit(self, sign: str, minutes: int, mood: str, cut: Cut | None) -> None:
        self.live(self.pass_exit, cut=None)
        self.shop.dial.turn(timedelta(minutes=minutes, seconds=1))
        self.give_sign(sign)
        self.settle(mood, cut)

    @rule(sign=SIGNS)
    def give_sign(self, sign: str) -> None:
        """At a door, before a screen inside, or on her phone."""
        hub = self.hub
        with hub.database.write() as session:
            member = self.till.get_member(session)
            if sign == "screen":
                stay_on(hub, session, member, hub.now())
            else:
                check_in(hub, session, member, Arrival("card" if sign == "door" else "phone", hub.now()))
        self.has_gone = False

    @rule(mood=MOODS, cut=CUTS)
    def linger_at_an_exit_where_she_scanned(self, mood: str, cut: Cut | None) -> None:
        self.live(lambda: self.pass_exit(_LONG), cut=None)
        self.settle(mood, cut)

    @override
    def pass_exit(self, stay: timedelta = timedelta()) -> None:
        super().pass_exit(stay)
        self.has_gone = stay < _LONG

    @invariant()
    def whoever_gave_a_sign_since_is_not_charged_for_having_gone(self) -> None:
        with self.hub.database.read() as session:
            charged = set(session.scalars(select(Settlement.id).where(Settlement.left_by == "exit")))
        assert charged <= self.by_exit or self.has_gone
        self.by_exit |= charged
