"""Whatever fails and whoever dies: what the store says is brought once, and nothing is forgotten."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.delivery.carrier import Outcome, Sending
from kiosk.hub.delivery.courier import Courier
from kiosk.hub.domain.conversation.page import Page
from kiosk.hub.models.conversation.errand import find_due, list_errands
from kiosk.hub.models.conversation.message import Message
from tests.hub.delivery.post_room import permit
from tests.hub.running import Dial
from tests.hub.thread import keep_mug, list_thread, say

_FATES = ("taken", "later", "dies before", "dies after")
_STEPS = st.one_of(st.just("say"), st.sampled_from(_FATES), st.integers(1, 600))
_EXAMPLES = count()


class Died(BaseException):
    """The hub was killed."""


class FatefulCarrier:
    """Sends as it is fated: `arrived` has what arrived, by the id under which a receiver knows a repeat."""

    def __init__(self) -> None:
        self.fate = "taken"
        self.arrived = Counter[str]()
        self.deaths_after = Counter[str]()

    def prepare(self, session: Session, page: Page, message: Message) -> Sending:
        assert message in session
        assert page.bookmark_id == message.bookmark_id
        text, fate = message.text, self.fate

        def send() -> Outcome:
            if fate == "dies before":
                raise Died
            if fate == "later":
                return Outcome(is_sent=False)
            self.arrived[text] += 1
            if fate == "dies after":
                self.deaths_after[text] += 1
                raise Died
            return Outcome(is_sent=True)

        return send


def _run(courier: Courier) -> None:
    with suppress(Died):
        courier.run_all()


def _drain(hub: Hub, dial: Dial, courier: Courier) -> None:
    """Let days pass until nothing is to be done any more."""
    for _ in range(24):
        dial.turn(timedelta(hours=4))
        _run(courier)
    with hub.database.read() as session:
        assert find_due(session, dial.time + timedelta(days=99)) is None


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(_STEPS, max_size=14))
def test_never_two_never_lost(hub: Hub, dial: Dial, steps: list[str | int]) -> None:
    carrier, texts = FatefulCarrier(), count()
    courier = Courier(hub, {"push": carrier, "email": carrier})
    bookmark = keep_mug(hub, f"b{next(_EXAMPLES)}")
    permit(hub, bookmark, "push", "email")
    said: list[str] = []
    for step in steps:
        if step == "say":
            said.append(f"{bookmark.id} {next(texts)}")
            say(hub, bookmark, said[-1], "console")
        elif isinstance(step, int):
            dial.turn(timedelta(minutes=step))
        else:
            carrier.fate = step
            _run(courier)
    carrier.fate = "taken"
    _drain(hub, dial, courier)

    doubled = {text for text in said if carrier.arrived[text] > 1 + carrier.deaths_after[text]}
    assert doubled == set()
    messages = [message for message in list_thread(hub, bookmark) if message.text in said]
    with hub.database.read() as session:
        outcomes = {message.text: {one.outcome for one in list_errands(session, message.id)} for message in messages}
    assert {text for text in said if not carrier.arrived[text] and outcomes[text] != {"too_late"}} == set()
