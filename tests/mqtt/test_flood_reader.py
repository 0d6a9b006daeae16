import socket
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from itertools import count, pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.mqtt.address import Address, resolve_broker
from kiosk.mqtt.flood_reader import HOLD_S, REST_S, STORM_S, Ears, FloodReader
from kiosk.mqtt.redial import LONGEST_S, Redial
from kiosk.shop.broker import RunningBroker, find_free_port, start_broker
from tests.doubles.authority import found_authority
from tests.doubles.bystander import stand_by
from tests.doubles.chance import seed_chance
from tests.doubles.dead_port import DeadPort
from tests.doubles.notebook import PATIENCE_S, Notebook
from tests.doubles.secure_broker import needs_mosquitto, start_secure_broker


class _Ear:
    """What a reader hears and how it fares."""

    def __init__(self) -> None:
        self.heard = Notebook[tuple[bytes, bytes]]()
        self.states = Notebook[str | None]()
        self.reads: list[float] = []
        self.mattered: list[bool] = []

    def take(self, messages: list[tuple[bytes, bytes]], heard_at: float) -> bool:
        now = time.monotonic()
        assert heard_at <= now
        self.reads.append(now)
        self.mattered.append((b"wanted", b"") in messages)
        for entry in messages:
            self.heard.write(entry)
        return self.mattered[-1]


@contextmanager
def _read(address: Address, *topics: str, clock: Callable[[], float] = time.monotonic) -> Generator[_Ear]:
    ear = _Ear()
    ears = Ears(f"reader-{id(ear)}", topics, ear.take, ear.states.write)
    reader = FloodReader(address, ears, Redial(seed_chance()), clock)
    reader.start()
    try:
        yield ear
    finally:
        reader.stop()


def _address(broker: RunningBroker) -> Address:
    return Address(broker.host, broker.port)


def test_it_hears_its_topics_and_no_others(broker: RunningBroker) -> None:
    with _read(_address(broker), "flood/+/shoes") as ear, stand_by(_address(broker)) as other:
        ear.states.wait_for(None)

        other.say("flood/a/bags", b"not here")
        other.say("flood/a:b/shoes", b"here")

        ear.heard.wait_for((b"flood/a:b/shoes", b"here"))
        assert len(ear.heard.read()) == 1


@needs_mosquitto
def test_a_topic_may_have_a_space(broker: RunningBroker) -> None:
    with _read(_address(broker), "space/+/shoes") as ear, stand_by(_address(broker)) as other:
        ear.states.wait_for(None)

        other.say("space/my own tag/shoes", b"here")

        ear.heard.wait_for((b"space/my own tag/shoes", b"here"))


def test_a_retained_message_is_never_handed_over(broker: RunningBroker) -> None:
    with stand_by(_address(broker)) as other:
        other.say("ghost/a/shoes", b"old", kept=True)
        with _read(_address(broker), "ghost/+/shoes") as ear:
            ear.states.wait_for(None)
            other.say("ghost/b/shoes", b"new")

            ear.heard.wait_for((b"ghost/b/shoes", b"new"))
            assert len(ear.heard.read()) == 1


def test_of_an_oversized_message_only_the_topic_is_told(broker: RunningBroker) -> None:
    with _read(_address(broker), "big/+") as ear, stand_by(_address(broker)) as other:
        ear.states.wait_for(None)

        other.say("big/one", b"x" * 1_000_000)
        other.say("big/two", b"small")

        ear.heard.wait_for((b"big/two", b"small"))
        assert ear.heard.read() == [(b"big/one", b""), (b"big/two", b"small")]
        assert ear.states.read() == [None]


def test_in_a_storm_every_topic_arrives(broker: RunningBroker) -> None:
    with _read(_address(broker), "storm/+") as ear, stand_by(_address(broker)) as other:
        ear.states.wait_for(None)

        for number in range(5_000):
            other.link.publish(f"storm/{number % 100}", b"%d" % number)

        for topic in range(100):
            ear.heard.wait_for((b"storm/%d" % topic, b"%d" % (4_900 + topic)))


def _shout(ear: _Ear, server: socket.socket, *messages: bytes) -> None:
    """Be a broker that says these one by one, as fast as it can, and wait until all were heard."""
    line, _ = server.accept()
    with line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.recv(1024)
        line.sendall(b"\x20\x02\x00\x00\x90\x03\x00\x01\x00")
        for message in (*messages, b"last"):
            line.sendall(bytes((0x30, 2 + len(message), 0, len(message))) + message)
        ear.heard.wait_for((b"last", b""))


def _hurry(step_s: float = STORM_S / 100) -> Callable[[], float]:
    """A clock by which any two reads follow each other so soon that they are a storm."""
    return partial(next, count(step=step_s))


def test_in_a_storm_small_messages_are_read_together() -> None:
    address = ("127.0.0.1", 0)
    with socket.create_server(address) as server, _read(Address(*server.getsockname()), "x", clock=_hurry()) as ear:
        _shout(ear, server, *[b"news"] * 5_000)

    assert all(later - earlier >= HOLD_S for earlier, later in pairwise(ear.reads))


@pytest.mark.parametrize("step_s", [STORM_S / 100, REST_S])
def test_in_a_storm_what_mattered_is_drawn_before_the_next_is_read(step_s: float) -> None:
    address, clock = ("127.0.0.1", 0), _hurry(step_s)
    with socket.create_server(address) as server, _read(Address(*server.getsockname()), "x", clock=clock) as ear:
        _shout(ear, server, *([b"news"] * 500 + [b"wanted"]) * 10)

    gaps = [later - earlier for earlier, later in pairwise(ear.reads)]
    assert any(ear.mattered)
    assert all(gap >= REST_S for gap, mattered in zip(gaps, ear.mattered, strict=False) if mattered)


def test_an_absent_broker_is_named_and_found_once_it_is_there_and_again(tmp_path: Path) -> None:
    port = find_free_port()
    with _read(Address("127.0.0.1", port), "news") as ear:
        for times in (1, 2):
            ear.states.wait_for("unreachable", times)
            broker = start_broker(tmp_path, port)
            ear.states.wait_for(None, times)
            with stand_by(_address(broker)) as other:
                other.say("news", b"%d" % times)
                ear.heard.wait_for((b"news", b"%d" % times))
            broker.stop()


def test_a_broker_that_was_long_gone_is_found_within_the_longest_wait(tmp_path: Path) -> None:
    address = Address("127.0.0.1", find_free_port())
    with _read(address, "news") as ear:
        with DeadPort(address) as port:
            port.wait_for(b"reader", 3)  # all waits from here on are the longest

        broker = start_broker(tmp_path, address.port)
        back_at = time.monotonic()
        ear.states.wait_for(None)
        up_at = time.monotonic()
        broker.stop()

    assert up_at - back_at <= LONGEST_S + 0.5


@pytest.mark.allow_log("presence could not be handed over: AssertionError")
def test_an_error_of_who_listens_loses_one_burst_and_not_the_line(broker: RunningBroker) -> None:
    heard, up = Notebook[bytes](), threading.Event()

    def take(messages: list[tuple[bytes, bytes]], _heard_at: float) -> bool:
        heard.write(messages[-1][1])
        assert messages[-1] != (b"burst/x", b"bad")
        return True

    ears = Ears("clumsy", ("burst/x",), take, lambda _: up.set())
    reader = FloodReader(_address(broker), ears, Redial(seed_chance()), time.monotonic)
    reader.start()
    with stand_by(_address(broker)) as other:
        assert up.wait(PATIENCE_S)
        other.say("burst/x", b"bad")
        heard.wait_for(b"bad")
        other.say("burst/x", b"good")
        heard.wait_for(b"good")
    reader.stop()


@needs_mosquitto
def test_it_enters_a_locked_broker_and_says_why_where_it_cannot(tmp_path: Path) -> None:
    running, settings = start_secure_broker(tmp_path)
    (tmp_path / "wrong").write_text("wrong")
    stranger = found_authority(tmp_path / "stranger")
    locks = [
        (settings, None),
        (replace(settings, password_file=tmp_path / "wrong"), "refused"),
        (replace(settings, ca_file=stranger.ca_file), "untrusted"),
        (replace(settings, cert_file=None, key_file=None), "unreachable"),
    ]
    try:
        for keys, state in locks:
            with _read(resolve_broker(keys), "locked") as ear:
                ear.states.wait_for(state)
    finally:
        running.stop()


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (b"\x20\x02\x00\x05", "refused"),
        (b"\x20\x02\x00\x00\x90\x03\x00\x01\x80", "refused"),
        (b"HTTP/1.1 400 Bad Request\r\nServer: no broker at all" + b" " * 80, "malformed"),
        (b"", "unreachable"),
    ],
)
def test_a_peer_that_is_no_kind_broker_is_left_and_dialled_again(answer: bytes, state: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, _read(Address(*server.getsockname()), "news") as ear:
        for times in (1, 2):
            line, _ = server.accept()
            with line:
                line.recv(1024)
                line.sendall(answer)
                line.shutdown(socket.SHUT_WR)
                ear.states.wait_for(state, times)
