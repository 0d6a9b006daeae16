import logging
import time
from pathlib import Path

import pytest
from msgspec.json import encode

from kiosk.core.events import SOMEBODY
from kiosk.mqtt.address import Address
from kiosk.proximity.feed import Feed
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Observed
from kiosk.proximity.sighting import Sighting
from kiosk.shop.broker import RunningBroker, find_free_port, start_broker
from tests.doubles.bystander import stand_by
from tests.doubles.foreign_gateway import keep_sightings
from tests.doubles.listening import OWN, enrol, listen, open_shop, tell

FOREIGN = "stranger:5a:17:c0:ff:ee:99"


def test_an_opted_in_device_is_a_sighting_of_its_shopper(broker: RunningBroker) -> None:
    with open_shop(broker, "shoes") as (listening, gateway):
        assert listening.feed.last_heard is None
        tell(gateway, OWN, "shoes")

        (sighting,) = listening.wait_for_sightings()

        heard_at = listening.feed.last_heard
        assert heard_at is not None
        assert sighting == Sighting(
            "s_1", "shoes", 1.3, heard_at, rssi=-62, interval_s=0.5, rssi_at_1m=-59, fast_m=1.3, stated_m=4.0
        )


@pytest.mark.allow_log("presence messages dropped: 1 x not in the gateway's format")
def test_nothing_else_wakes_the_screen(broker: RunningBroker) -> None:
    with open_shop(broker, "bags") as (listening, gateway):
        for payload in (b"", b"not json", b'{"rssi": 0}', b"[" * 5_000, b"{" + b" " * 9_000 + b"}", b"\xff"):
            tell(gateway, OWN, "bags", payload)
        tell(gateway, FOREIGN, "bags")
        tell(gateway, OWN, "elsewhere")
        tell(gateway, OWN, "bags", b'{"raw": 2.5}')

        sightings = listening.wait_for_sightings()

        assert [sighting.distance_m for sighting in sightings] == [2.5]
        assert listening.woken.read() == ["wake"]
        assert listening.faults.read()[0] == listening.faults.read()[-1] == ("broker", None)
        assert ("broker", "bad_message") in listening.faults.read()


@pytest.mark.allow_log("presence messages dropped: 1 x not in the gateway's format")
def test_a_bad_message_about_one_device_takes_no_other_of_its_burst_along(broker: RunningBroker) -> None:
    with open_shop(broker, "belts") as (listening, gateway):
        listening.feed.set_shoppers(enrol("evil", shopper="s_2") | enrol(OWN))
        for number in range(1, 51):
            tell(gateway, "evil", "belts", b'{"raw": "\xff"}')
            tell(gateway, OWN, "belts", b'{"raw": %d}' % number)

        heard: list[float] = []
        wakes = 0
        while 50 not in heard:
            wakes += 1
            heard += [sighting.distance_m for sighting in listening.wait_for_sightings(wakes)]

        assert ("broker", "bad_message") in listening.faults.read()


class _Failing:
    """ESPresense's profile, but that it raises for one payload, as none may."""

    list_topics = staticmethod(PROFILES["espresense"].list_topics)
    name_device = staticmethod(PROFILES["espresense"].name_device)
    recognise = staticmethod(PROFILES["espresense"].recognise)

    def observe(self, topic: str, payload: bytes) -> Observed:
        if payload == b"evil":
            raise OverflowError
        return PROFILES["espresense"].observe(topic, payload)


@pytest.mark.allow_log("presence messages dropped: 1 x beyond what its profile can read")
def test_a_message_that_a_profile_fails_at_takes_no_other_of_its_burst_along(broker: RunningBroker) -> None:
    with open_shop(broker, "gloves", _Failing()) as (listening, gateway):
        listening.feed.set_shoppers(enrol("evil", shopper="s_2") | enrol(OWN))
        gateway.say("espresense/devices/evil/gloves", b"evil")
        tell(gateway, OWN, "gloves")

        assert [sighting.shopper for sighting in listening.wait_for_sightings()] == ["s_1"]
        assert ("broker", "bad_message") in listening.faults.read()


def test_each_message_of_a_topic_that_names_no_device_is_read(broker: RunningBroker) -> None:
    with open_shop(broker, "coats", PROFILES["room-assistant"]) as (listening, gateway):
        listening.feed.set_shoppers(enrol("a", shopper="s_1") | enrol("b", shopper="s_2") | enrol("c", shopper="s_3"))
        heard: dict[str, float] = {}
        for number, device in enumerate(("a", "stranger", "b", "c"), start=1):
            gateway.say("room-assistant/mqtt-room/coats", b'{"id":"%s","distance":%d}' % (device.encode(), number))

        wakes = 0
        while len(heard) < 3:
            wakes += 1
            heard |= {sighting.shopper: sighting.distance_m for sighting in listening.wait_for_sightings(wakes)}

        assert heard == {"s_1": 1, "s_2": 3, "s_3": 4}


def test_who_is_gone_from_everywhere_is_gone_from_this_zone(broker: RunningBroker) -> None:
    with open_shop(broker, "scarves", PROFILES["room-assistant"]) as (listening, gateway):
        topic = "room-assistant/entity/hall/bluetooth-low-energy-presence-sensor/ble-x"
        gateway.say(topic, b'{"entity":{"id":"%s","state":"not_home","distances":{}}}' % OWN.encode())

        (sighting,) = listening.wait_for_sightings()

        assert (sighting.zone, sighting.kind) == ("scarves", "left")


def test_somebody_unknown_is_seen_without_the_store_key(broker: RunningBroker) -> None:
    with open_shop(broker, "door", PROFILES["zigbee2mqtt"]) as (listening, gateway):
        listening.feed.set_shoppers({})
        gateway.say("zigbee2mqtt/door", b'{"presence":true,"target_distance":1.5}')

        (sighting,) = listening.wait_for_sightings()

        assert (sighting.shopper, sighting.zone, sighting.distance_m) == (SOMEBODY, "door", 1.5)


def test_the_same_advert_on_two_topics_is_one_sighting(broker: RunningBroker) -> None:
    with open_shop(broker, "gloves", PROFILES["openmqttgateway"]) as (listening, gateway):
        for topic in ("home/gloves/BTtoMQTT/A1", "house/gloves/BTtoMQTT/A1"):
            gateway.say(topic, b'{"id":"%s","rssi":-60}' % OWN.encode())
        gateway.say("home/gloves/BTtoMQTT/A1", b'{"id":"%s","rssi":-61}' % OWN.encode())

        heard: list[int | None] = []
        wakes = 0
        while -61 not in heard:
            wakes += 1
            heard += [sighting.rssi for sighting in listening.wait_for_sightings(wakes)]

        assert listening.woken.read() == ["wake"] * wakes
        assert heard in ([-60, -61], [-61])


def test_a_retained_message_from_before_is_nobody(broker: RunningBroker) -> None:
    with stand_by(Address(broker.host, broker.port)) as gateway:
        tell(gateway, OWN, "ghosts", kept=True)

    with open_shop(broker, "ghosts") as (listening, gateway):
        tell(gateway, OWN, "ghosts", b'{"raw": 2.5}')

        assert [sighting.distance_m for sighting in listening.wait_for_sightings()] == [2.5]


@pytest.mark.allow_log("presence messages dropped: 1 x heard too long before it came")
def test_what_a_gateway_kept_back_is_nobody(broker: RunningBroker) -> None:
    with open_shop(broker, "porch", PROFILES["owntracks"]) as (listening, gateway):
        listening.feed.set_shoppers(enrol("jane/phone", shopper="s_1") | enrol("joe/phone", shopper="s_2"))
        entered = {"_type": "transition", "event": "enter", "desc": "porch"}
        gateway.say("owntracks/jane/phone/event", encode({**entered, "tst": 1_500_000_000}))
        gateway.say("owntracks/joe/phone/event", encode({**entered, "tst": time.time()}))

        assert [sighting.shopper for sighting in listening.wait_for_sightings()] == ["s_2"]
        assert listening.woken.read() == ["wake"]


def test_ten_thousand_retained_messages_of_those_who_opted_in_are_nobody(tmp_path: Path) -> None:
    broker = start_broker(tmp_path)
    address, devices = Address(broker.host, broker.port), [f"phone:{number}" for number in range(10_000)]
    keep_sightings(address, devices, "doorway")
    with listen(address, "doorway") as listening, stand_by(address) as gateway:
        listening.feed.set_shoppers(enrol(*devices, OWN))
        listening.faults.wait_for(("broker", None))
        tell(gateway, OWN, "doorway", b'{"raw": 2.5}')

        assert [sighting.distance_m for sighting in listening.wait_for_sightings()] == [2.5]
    broker.stop()


def test_a_device_in_the_dark_before_the_first_drain_wakes_only_once(broker: RunningBroker) -> None:
    with open_shop(broker, "hats") as (listening, gateway):
        for number in range(1, 51):
            tell(gateway, OWN, "hats", b'{"raw": %d}' % number)
        listening.feed.set_shoppers(enrol(OWN, "other"))
        tell(gateway, "other", "hats", b'{"raw": 60}')

        listening.woken.wait_for("wake")

        assert listening.woken.read() == ["wake"]


def test_who_is_withdrawn_is_dropped_even_from_what_waits(broker: RunningBroker) -> None:
    with open_shop(broker, "gone") as (listening, gateway):
        tell(gateway, OWN, "gone")
        listening.woken.wait_for("wake")

        listening.feed.set_shoppers(enrol("other", shopper="s_2"))

        assert listening.feed.drain() == []
        tell(gateway, OWN, "gone")
        tell(gateway, "other", "gone")
        assert [sighting.shopper for sighting in listening.wait_for_sightings(2)] == ["s_2"]


def test_a_foreign_device_leaves_no_trace(broker: RunningBroker, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with open_shop(broker, "quiet") as (listening, gateway):
        for number in range(200):
            tell(gateway, f"{FOREIGN}:{number}", "quiet")
        tell(gateway, OWN, "quiet")

        sightings = listening.wait_for_sightings()

        traces = [repr(sightings), caplog.text, repr(listening.faults.read()), repr(_spread(listening.feed))]
        assert [trace for trace in traces if "stranger" in trace or "e5ca1ade" in trace] == []


def _spread(feed: Feed) -> list[object]:
    """What a curious person would print of a feed and its parts."""
    return [vars(part) if hasattr(part, "__dict__") else part for part in vars(feed).values()]


def test_who_was_only_said_to_be_there_has_left_once_the_line_is_down(tmp_path: Path) -> None:
    broker = start_broker(tmp_path)
    with open_shop(broker, "door", PROFILES["zigbee2mqtt"]) as (listening, gateway):
        gateway.say("zigbee2mqtt/door", b'{"occupancy":true}')
        (come,) = listening.wait_for_sightings()
        broker.stop()

        (gone,) = listening.wait_for_sightings(2)

        assert (come.kind, gone.kind) == ("seen", "left")
        assert (gone.shopper, gone.zone) == (come.shopper, come.zone)


def test_a_broker_that_comes_goes_and_comes_back_is_told_and_heard_again(tmp_path: Path) -> None:
    port = find_free_port()
    with listen(Address("127.0.0.1", port), "shoes") as listening:
        for times in (1, 2):
            listening.faults.wait_for(("broker", "unreachable"), times)
            broker = start_broker(tmp_path, port)
            listening.faults.wait_for(("broker", None), times)
            with stand_by(Address(broker.host, port)) as gateway:
                tell(gateway, OWN, "shoes")
                assert len(listening.wait_for_sightings(times)) == 1
            broker.stop()
