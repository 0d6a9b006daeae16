import threading

from kiosk.bench.noise import cut_batches, make_noise
from kiosk.bench.publisher import Publisher
from kiosk.mqtt.address import Address
from kiosk.mqtt.frames import FrameCutter
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import stand_by


def test_the_batches_go_round_all_devices() -> None:
    batches = cut_batches(devices=12, size=5)

    heard = [topic for batch in batches for topic in FrameCutter().cut(batch).latest]
    assert [len(FrameCutter().cut(batch).latest) for batch in batches] == [5, 5, 5]
    assert len(set(heard)) == 12


def test_a_crowd_smaller_than_a_batch_speaks_more_than_once() -> None:
    (batch,) = cut_batches(devices=2, size=5)

    assert len(FrameCutter().cut(batch).latest) == 2


def test_it_keeps_its_pace_and_counts_what_it_sent(broker: RunningBroker) -> None:
    ended = threading.Event()
    publisher = Publisher(broker.host, broker.port, "bench-noise-test")
    threading.Timer(0.3, ended.set).start()

    said = make_noise(publisher, devices=10, rate=2_000, ended=ended)

    publisher.close()
    assert said.what == "sent"
    assert 10 <= said.count <= 2_000 * (said.at - said.since) + 10


def test_its_devices_are_heard_in_the_zone_of_the_bench(broker: RunningBroker) -> None:
    with stand_by(Address(broker.host, broker.port), "espresense/devices/stranger:0/bench") as bystander:
        ended = threading.Event()
        publisher = Publisher(broker.host, broker.port, "bench-noise-heard")
        crowd = threading.Thread(target=make_noise, args=(publisher, 1, 200, ended))
        crowd.start()
        bystander.wait_for_topic("espresense/devices/stranger:0/bench", times=3)
        ended.set()
        crowd.join()
        publisher.close()
