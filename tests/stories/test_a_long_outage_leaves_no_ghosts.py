"""The broker is gone for so long that everybody has given up on it, and comes back.

Ten minutes do what these seconds do: the waits between the dials have grown as long as they ever get (which is counted
in dials), and who was near has been silent for longer than `proximity.leave_s`, here a second.
"""

import json
import time
from typing import Literal

from kiosk.fleet.messages import name_topic
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.dead_port import DeadPort
from tests.doubles.deadline import wait_until
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.foreign_shop import ANNAS_OFFER, BEACON
from tests.doubles.mortal_broker import MortalBroker
from tests.doubles.running_screen import STORE, RunningScreen, Said
from tests.stories.conftest import Fitter

RESTORED_S = 5.0
DIALS = 5


def outlast_broker(fitter: Fitter, mortal: MortalBroker) -> RunningScreen:
    """A screen before which Anna stood when its broker went, which has long been looking for it."""
    mortal.revive()
    screen = fitter.make({"pacing.cooldown_s": 0}, broker=mortal.address)
    screen.open()
    with stand_by(mortal.address) as gateway:
        screen.await_heard(lambda: walk_up(gateway, BEACON))
    mortal.kill()
    with DeadPort(mortal.address) as port:
        port.wait_for(b"/feed", DIALS)
        port.wait_for(b"/fleet", DIALS)
    return screen


def list_heard(gateway: Bystander, screen: RunningScreen, noun: Literal["status", "shown"]) -> list[Said]:
    topic = name_topic(STORE, screen.name, noun)
    return [json.loads(payload) for one, payload in gateway.heard.read() if one == topic]


def test_who_still_stands_there_is_near_again_within_seconds(fitter: Fitter, mortal: MortalBroker) -> None:
    screen = outlast_broker(fitter, mortal)
    mortal.revive()
    back_at = time.monotonic()
    with stand_by(mortal.address, "kiosk/#") as gateway:

        def is_restored() -> bool:
            walk_up(gateway, BEACON)
            offers = [said["offer"] for said in list_heard(gateway, screen, "shown") if said["reason"] == "proximity"]
            states = list_heard(gateway, screen, "status")
            return offers == [ANNAS_OFFER] and states != [] and states[-1]["faults"] == []

        wait_until(is_restored)

    assert time.monotonic() - back_at <= RESTORED_S
    assert "broker: unreachable" in screen.log


def test_who_left_meanwhile_is_no_ghost(fitter: Fitter, mortal: MortalBroker) -> None:
    screen = outlast_broker(fitter, mortal)
    since = screen.mark()
    mortal.revive()
    status = screen.await_health(since)
    screen.expect_loop(2)

    assert status["scene"] == "attract"
    assert {said["reason"] for noun, said in screen.heard.read()[since:] if noun == "shown"} == {"loop"}
