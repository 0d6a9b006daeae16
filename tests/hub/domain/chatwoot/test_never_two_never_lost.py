"""Whatever fails, whoever dies: each message stands once on either side, in its order, in one conversation."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.backoff import Backoff
from kiosk.hub.chatwoot.client import Client, Shape
from kiosk.hub.chatwoot.line import Line
from kiosk.hub.domain.chatwoot.courier import Courier
from kiosk.hub.domain.chatwoot.desk import Desk
from tests.doubles.chatwoot import PretendChatwoot
from tests.hub.domain.chatwoot.bell import ring
from tests.hub.running import Dial
from tests.hub.thread import keep_mug, list_thread, say, write

_FATES = st.lists(st.sampled_from(["well", "well", "away", "busy", "fault", "dropped", "half", "prose"]), max_size=6)
_STEPS = st.lists(
    st.one_of(st.sampled_from(["write", "say", "answer", "ring", "run"]), _FATES, st.integers(1, 40)), max_size=14
)
_EXAMPLES = count()


class Died(BaseException):
    """The hub was killed."""


class MortalClient(Client):
    """Dies once it was answered so many times, before anybody notes what came of it."""

    life = -1

    def _ask(self, shape: type[Shape], method: str, path: str, body: Mapping[str, Any] | None = None) -> Shape:
        answer = super()._ask(shape, method, path, body)
        self.life -= 1
        if self.life == 0:
            raise Died
        return answer


def _run(courier: Courier, client: MortalClient, life: int = -1) -> None:
    client.life = life
    with suppress(Died):
        courier.run()


@pytest.mark.allow_log("the store's Chatwoot cannot be asked")
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS, lives=st.lists(st.integers(1, 8), max_size=4))
def test_never_two_never_lost(
    desk: Desk, chatwoot: PretendChatwoot, dial: Dial, steps: list[Any], lives: list[int]
) -> None:
    client = MortalClient(Line(chatwoot.settings, desk.hub.now))
    courier = Courier(Desk(desk.hub, client), Backoff(lambda: 1.0, base_s=1.0, cap_s=20.0))
    bookmark, texts = keep_mug(desk.hub, f"b{next(_EXAMPLES)}"), count()
    write(desk.hub, bookmark, f"{bookmark.id} hello")
    for step in steps:
        text, number = f"{bookmark.id} {next(texts)}", next(iter(chatwoot.conversations), None)
        if step == "write":
            write(desk.hub, bookmark, text)
        elif step == "say":
            say(desk.hub, bookmark, text)
        elif step == "answer" and number:
            chatwoot.say(number, text)
        elif step == "ring":
            ring(desk, bookmark, 0)
        elif step == "run":
            _run(courier, client, lives.pop() if lives else -1)
        elif isinstance(step, list):
            chatwoot.fates = step
        elif isinstance(step, int):
            dial.turn(timedelta(seconds=step))
    chatwoot.fates = []
    for _ in range(3):
        dial.turn(timedelta(hours=1))
        _run(courier, client)

    here = list_thread(desk.hub, bookmark)
    assert (len(chatwoot.contacts), len(chatwoot.conversations)) == (1, 1)
    assert sorted(message.text for message in here) == sorted(chatwoot.texts)
    told = [message["content"] for message in chatwoot.messages if message["source_id"]]
    assert told == [message.text for message in here if message.entry != "chatwoot"]
    answered = [message["content"] for message in chatwoot.messages if not message["source_id"]]
    assert answered == [message.text for message in here if message.entry == "chatwoot"]
