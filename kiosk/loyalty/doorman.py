"""Tells the loyalty system who comes in or goes: within a minute, or never, for who came an hour ago may have left."""

from collections.abc import Callable

from kiosk.contract.answer import Again, Greeted, Reply
from kiosk.contract.check_in import CheckIn, CheckInAnswer
from kiosk.core.events import Event, OrdersCalled, VisitBegan, WentOut
from kiosk.loyalty.errands import Errands, Patience

PATIENCE_S, RETRY_S = 60.0, 3.0
FRESH_S = 5.0
"""Who came near longer ago has gone by, and is not greeted any more."""
_MOST = 64


def make_doorman(
    deliver: Callable[[CheckIn], Reply], tell_mono: Callable[[], float], post: Callable[[Event], None]
) -> Errands[CheckIn]:
    """Who brings check-ins there by `deliver`.

    `post` takes what lies ready for her who tapped, and that somebody is to be greeted.
    """

    def bring(check_in: CheckIn, since: float) -> bool:
        reply = deliver(check_in)
        if isinstance(reply, Greeted):
            if reply.answer.codes:
                post(OrdersCalled(reply.answer.codes, reply.answer.offer))
            elif tell_mono() - since < FRESH_S:
                _greet(reply.answer, post)
        return not isinstance(reply, Again)

    return Errands("check-ins", Patience(PATIENCE_S, RETRY_S, _MOST), bring, tell_mono)


def _greet(answer: CheckInAnswer, post: Callable[[Event], None]) -> None:
    if answer.begins:
        post(VisitBegan())
    elif answer.goes:
        post(WentOut())
