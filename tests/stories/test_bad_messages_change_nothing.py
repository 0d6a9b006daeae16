"""Bad input: malformed, oversized, retained and duplicated MQTT."""

from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.deadline import repeat_until
from tests.doubles.foreign_gateway import keep_sightings, name_device_topic, walk_up, write_sighting
from tests.doubles.foreign_shop import BEACON
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.mortal_broker import MortalBroker
from tests.doubles.running_screen import RunningScreen
from tests.stories.conftest import Fitter

TOPIC = name_device_topic(BEACON)


BROKEN = (
    b"near",
    b"\xff\xfe\x00",
    b"[" * 5000,
    b'{"raw": {"metres": 1}}',
    write_sighting(BEACON, 0.5).ljust(9000),
    write_sighting(BEACON, 0.5).ljust(3_000_000),
)


def test_a_malformed_or_oversized_message_is_named_and_the_next_good_one_is_heard(
    screen: RunningScreen, gateway: Bystander
) -> None:
    for payload in BROKEN:
        since = screen.mark()
        gateway.say(TOPIC, payload)
        screen.await_fault("broker", "bad_message", since)
        screen.expect_loop()
        assert [said for said in screen.list_said("shown") if said["reason"] == "proximity"] == []
        repeat_until(lambda: gateway.say(TOPIC, write_sighting(BEACON, 5.0)), screen.is_well)
    screen.await_heard(lambda: walk_up(gateway, BEACON))

    assert "near" not in screen.log


def test_a_retained_presence_message_brings_nobody_onto_the_glass(fitter: Fitter, gateway: Bystander) -> None:
    gateway.say(TOPIC, write_sighting(BEACON, 0.5), kept=True)
    screen = fitter.make()
    screen.open()
    screen.expect_loop(2)
    gateway.say(TOPIC, b"", kept=True)

    assert [said for said in screen.list_said("shown") if said["reason"] == "proximity"] == []


def test_ten_thousand_retained_messages_bring_nobody_onto_the_glass(fitter: Fitter, mortal: MortalBroker) -> None:
    mortal.revive()
    devices = [*(f"phone:{number:04}" for number in range(9_999)), BEACON]
    keep_sightings(mortal.address, devices)
    screen = fitter.make(broker=mortal.address)
    screen.open()
    screen.expect_loop(2)

    assert {said["reason"] for said in screen.list_said("shown")} == {"loop"}
    with stand_by(mortal.address) as gateway:
        screen.await_heard(lambda: walk_up(gateway, BEACON))


def test_a_message_heard_many_times_is_one_visit(
    screen: RunningScreen, gateway: Bystander, server: LoyaltyServer
) -> None:
    for _ in range(20):
        walk_up(gateway, BEACON)
    screen.await_shown("proximity")
    screen.expect_loop()

    assert len([said for said in screen.list_said("shown") if said["reason"] == "proximity"]) == 1
    assert server.bookmarks == {}
