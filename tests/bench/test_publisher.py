import pytest

from kiosk.bench.publisher import Publisher, pack_publish, write_sighting
from kiosk.mqtt.address import Address
from kiosk.mqtt.frames import FrameCutter
from kiosk.proximity.gateways.espresense import name_device, observe
from kiosk.proximity.observation import Ignored
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import stand_by


def test_a_sighting_is_what_a_gateway_would_say() -> None:
    ((topic, payload),) = FrameCutter().cut(write_sighting("bench:7", 0.5)).latest.items()

    assert name_device(topic.decode()) == "bench:7"
    observed = observe(topic.decode(), payload)
    assert not isinstance(observed, Ignored)
    seen = observed[0]
    assert (seen.device, seen.zone, seen.fast_m, seen.rssi, seen.interval_s) == ("bench:7", "bench", 0.5, -61, 0.5)


@pytest.mark.parametrize("size", [0, 100, 127, 128, 20_000])
def test_a_message_of_any_length_is_one_frame(size: int) -> None:
    assert FrameCutter().cut(pack_publish("a", b"x" * size)).latest == {b"a": b"x" * size}


def test_a_broker_passes_on_what_is_published(broker: RunningBroker) -> None:
    with stand_by(Address(broker.host, broker.port), "published/here") as bystander:
        publisher = Publisher(broker.host, broker.port, "bench-test")
        publisher.send(pack_publish("published/here", b"1") + pack_publish("published/here", b"2"))

        assert bystander.wait_for_topic("published/here", times=2) == [b"1", b"2"]
        publisher.close()
