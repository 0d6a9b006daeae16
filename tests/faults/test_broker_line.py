"""The line to the broker, tampered with: who listens to the gateways finds back, and says meanwhile what is wrong."""

import time

from kiosk.mqtt.address import Address
from kiosk.mqtt.flood_reader import Ears, FloodReader
from kiosk.mqtt.redial import Redial
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.chance import seed_chance
from tests.doubles.deadline import repeat_until
from tests.doubles.notebook import Notebook
from tests.doubles.tampered_line import TamperedLine

TOPIC = "faults/line"
HURRY = 15
"""The reader's clock runs so many times as fast: it gives a dumb line up after 20 of its seconds."""


def test_a_line_that_stands_and_is_dumb_and_one_that_is_torn_are_given_up_and_found_again(
    broker: RunningBroker,
) -> None:
    states, heard = Notebook[str | None](), Notebook[bytes]()

    def take(messages: list[tuple[bytes, bytes]], _at: float) -> bool:
        for _, payload in messages:
            heard.write(payload)
        return False

    with TamperedLine(broker.port) as line, stand_by(Address(broker.host, broker.port)) as gateway:
        ears = Ears("kiosk/faults/line", (TOPIC,), take, states.write)
        address = Address("127.0.0.1", line.port)
        reader = FloodReader(address, ears, Redial(seed_chance()), lambda: time.monotonic() * HURRY)
        reader.start()
        for times, spoil in enumerate((line.mute, line.tear), start=1):
            states.wait_for(None, times)
            expect_heard(gateway, heard, b"%d" % times)
            spoil()
            states.wait_for("unreachable", times)
        states.wait_for(None, times=3)
        reader.stop()


def expect_heard(gateway: Bystander, heard: Notebook[bytes], word: bytes) -> None:
    repeat_until(lambda: gateway.say(TOPIC, word), lambda: word in heard.read())
