import socket
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

import pytest

from kiosk.mqtt.address import Address, resolve_broker
from kiosk.mqtt.link import MOST_ON_THE_WAY, MOST_QUEUED, Handlers, Link, Will
from kiosk.mqtt.redial import LONGEST_S
from kiosk.shop.broker import RunningBroker, find_free_port, start_broker
from tests.doubles.bystander import stand_by
from tests.doubles.chance import seed_chance
from tests.doubles.dead_port import DeadPort
from tests.doubles.deadline import repeat_until
from tests.doubles.notebook import PATIENCE_S, Notebook
from tests.doubles.secure_broker import needs_mosquitto, start_secure_broker


def _address(broker: RunningBroker) -> Address:
    return Address(broker.host, broker.port)


def test_what_is_said_is_heard(broker: RunningBroker) -> None:
    with stand_by(_address(broker), "link/said") as one, stand_by(_address(broker)) as other:
        other.say("link/said", b"hello")

        assert one.wait_for_topic("link/said") == [b"hello"]


def test_what_is_kept_is_heard_by_who_comes_later(broker: RunningBroker) -> None:
    with stand_by(_address(broker)) as one:
        one.say("link/kept", b"still so", kept=True)

    with stand_by(_address(broker), "link/kept") as later:
        assert later.wait_for_topic("link/kept") == [b"still so"]


@needs_mosquitto
def test_the_last_will_is_spoken_for_who_vanishes_and_not_for_who_hangs_up(broker: RunningBroker) -> None:
    up = Notebook[str]()

    def make_link(name: str) -> Link:
        will = Will(f"link/will/{name}", b"gone")
        return Link(_address(broker), name, Handlers((), lambda: will, lambda: up.write(name)), seed_chance())

    with stand_by(_address(broker), "link/will/+") as witness:
        polite, torn, thief = make_link("polite"), make_link("torn"), make_link("torn")
        polite.start()
        torn.start()
        up.wait_until(lambda names: {"polite", "torn"} <= set(names))
        polite.stop()
        # The broker hangs up on the first of two clients with one name.
        thief.start()
        assert witness.wait_for_topic("link/will/torn")[0] == b"gone"
        torn.stop()
        thief.stop()

        assert "link/will/polite" not in [topic for topic, _ in witness.heard.read()]


def test_an_absent_broker_stops_nobody_and_is_found_once_it_is_there_and_again(tmp_path: Path) -> None:
    port = find_free_port()
    heard, up = Notebook[bytes](), Notebook[str]()
    handlers = Handlers(("news",), None, lambda: up.write("up"), lambda _, payload: heard.write(payload))
    link = Link(Address("127.0.0.1", port), "patient", handlers, seed_chance())

    def has_heard(news: bytes) -> bool:
        return news in heard.read()

    link.start()
    assert not link.is_up()
    for times in (1, 2):
        broker = start_broker(tmp_path, port)
        up.wait_for("up", times)
        with stand_by(_address(broker)) as other:
            news = b"%d" % times
            # Up is sooner than subscribed.
            repeat_until(partial(other.say, "news", news), partial(has_heard, news))
        broker.stop()
    link.stop()


def test_a_broker_that_was_long_gone_is_found_within_the_longest_wait(tmp_path: Path) -> None:
    address = Address("127.0.0.1", find_free_port())
    up = Notebook[float]()
    handlers = Handlers(on_up=lambda: up.write(time.monotonic()))
    link = Link(address, "patient", handlers, seed_chance())
    with DeadPort(address) as port:
        link.start()
        port.wait_for(b"patient", 3)  # all waits from here on are the longest

    broker = start_broker(tmp_path, address.port)
    back_at = time.monotonic()
    (up_at,) = up.wait_until(lambda times: len(times) == 1)
    link.stop()
    broker.stop()

    assert up_at - back_at <= LONGEST_S + 0.5


class _Hasty(Random):
    """Makes each wait a twentieth."""

    def random(self) -> float:
        return -0.9  # less than half of a wait cannot be drawn from [0, 1)


def test_who_is_refused_asks_ever_more_seldom() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        link = Link(Address(*server.getsockname()), "unwelcome", Handlers(), _Hasty())
        link.start()
        asked_at: list[float] = []
        for _ in range(5):
            line, _ = server.accept()
            with line:
                asked_at.append(time.monotonic())
                line.recv(1024)
                line.sendall(b"\x20\x02\x00\x05")
        link.stop()

    assert asked_at[4] - asked_at[3] >= 0.05 * 3 * LONGEST_S


def test_what_cannot_be_sent_is_refused_and_does_not_pile_up() -> None:
    link = Link(Address("127.0.0.1", find_free_port()), "lonely", Handlers(), seed_chance())

    kept = [link.publish("state", b"", kept=True) for _ in range(MOST_QUEUED + 50)]

    assert not any(kept)
    assert not link.publish("news", b"")
    link.stop()


def test_many_are_kept_at_once_and_all_that_were_taken_are_known(broker: RunningBroker) -> None:
    topics = [f"link/many/{number}" for number in range(3 * MOST_QUEUED)]
    with stand_by(_address(broker)) as one:
        assert list(one.link.keep_all(((topic, b"so") for topic in topics), PATIENCE_S)) == topics

    with stand_by(_address(broker), "link/many/+") as later:
        heard = later.heard.wait_until(lambda entries: len(entries) > len(topics))
    assert sorted(topic for topic, payload in heard if payload == b"so") == sorted(topics)


def test_of_many_that_cannot_be_sent_none_is_taken_and_no_more_are_tried() -> None:
    link = Link(Address("127.0.0.1", find_free_port()), "lonely", Handlers(), seed_chance())
    asked = list[str]()

    def list_messages() -> Iterator[tuple[str, bytes]]:
        for number in range(5 * MOST_ON_THE_WAY):
            asked.append(str(number))
            yield str(number), b"so"

    assert list(link.keep_all(list_messages(), PATIENCE_S)) == []
    assert len(asked) == MOST_ON_THE_WAY
    link.stop()


@pytest.mark.allow_log("a message was lost: ZeroDivisionError")
def test_an_error_in_a_handler_loses_one_message_and_not_the_line(broker: RunningBroker) -> None:
    heard = Notebook[float]()
    up = threading.Event()
    handlers = Handlers(("link/number",), None, up.set, lambda _, payload: heard.write(1 / int(payload)))
    link = Link(_address(broker), "guarded", handlers, seed_chance())
    link.start()
    assert up.wait(PATIENCE_S)

    link.publish("link/number", b"0")
    link.publish("link/number", b"4")

    heard.wait_for(0.25)
    link.stop()


@needs_mosquitto
def test_certificates_and_password_open_a_locked_broker(tmp_path: Path) -> None:
    running, settings = start_secure_broker(tmp_path)
    try:
        with stand_by(resolve_broker(settings), "locked") as one:
            one.say("locked", b"in")
            assert one.wait_for_topic("locked") == [b"in"]
    finally:
        running.stop()


def test_what_the_broker_kept_is_told_apart_from_what_is_said_now(broker: RunningBroker) -> None:
    said, kept = Notebook[bytes](), Notebook[bytes]()
    topic = "link/both"
    handlers = Handlers(
        sure=(topic,),
        on_message=lambda _topic, payload: said.write(payload),
        on_kept=lambda _topic, payload: kept.write(payload),
    )
    with stand_by(_address(broker)) as other:
        other.say(topic, b"earlier", kept=True)
        link = Link(_address(broker), "both", handlers, seed_chance())
        link.start()
        kept.wait_for(b"earlier")
        assert other.link.publish(topic, b"now", sure=True, wait_s=PATIENCE_S)
        said.wait_for(b"now")
        other.say(topic, b"", kept=True)
        link.stop()

    assert (kept.read(), said.read()[0]) == ([b"earlier"], b"now")
