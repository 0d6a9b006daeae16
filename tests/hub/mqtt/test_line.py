from pathlib import Path
from threading import Event as Flag

import pytest

from kiosk.hub.mqtt.broker import Broker, BrokerOptions, read_broker
from kiosk.hub.mqtt.line import Line
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker, find_free_port, start_broker, start_mosquitto
from tests.doubles.bystander import stand_by
from tests.doubles.notebook import Notebook
from tests.doubles.secure_broker import needs_mosquitto, start_secure_broker


def drop(_topic: str, _payload: bytes) -> None:
    """Nobody asks what was heard."""


def await_up(line: Line) -> None:
    look = Flag()
    assert any(line.is_up() or look.wait(0.02) for _ in range(500))


def test_what_is_said_arrives_and_what_screens_say_is_heard(broker: RunningBroker) -> None:
    heard = Notebook[tuple[str, bytes]]()
    line = Line(Broker(broker.host, broker.port), "hub-line", lambda topic, payload: heard.write((topic, payload)))
    line.start()
    await_up(line)
    with stand_by(Address(broker.host, broker.port), "kiosk/v1/line/s/command") as screen:
        assert line.say("kiosk/v1/line/s/command", b"do")
        screen.wait_for_topic("kiosk/v1/line/s/command")
        screen.say("kiosk/v1/line/s/answer", b"done")
        heard.wait_for(("kiosk/v1/line/s/answer", b"done"))
    line.stop()


def test_without_a_broker_nothing_is_said_and_nothing_waits_to_be() -> None:
    line = Line(Broker("127.0.0.1", find_free_port()), "hub-nobody", drop)
    line.start()

    assert not line.say("kiosk/v1/line/s/command", b"do")
    line.stop()


def test_each_connection_is_known_of(tmp_path: Path) -> None:
    ups, port = Notebook[str](), find_free_port()
    line = Line(Broker("127.0.0.1", port), "hub-again", drop, lambda: ups.write("up"))
    line.start()
    for times in (1, 2):
        broker = start_broker(tmp_path, port)
        ups.wait_for("up", times)
        assert line.is_up()
        broker.stop()
    line.stop()


@pytest.mark.allow_log("a message was lost: RuntimeError")
def test_a_message_that_nobody_foresaw_costs_no_other(broker: RunningBroker, caplog: pytest.LogCaptureFixture) -> None:
    heard = Notebook[bytes]()

    def hear(_topic: str, payload: bytes) -> None:
        if payload == b"odd":
            raise RuntimeError(payload)
        heard.write(payload)

    line = Line(Broker(broker.host, broker.port), "hub-odd", hear)
    line.start()
    await_up(line)
    with stand_by(Address(broker.host, broker.port)) as screen:
        assert line.say("kiosk/v1/line/s/answer", b"odd")
        screen.say("kiosk/v1/line/s/answer", b"even")
        heard.wait_for(b"even")
    line.stop()
    assert "odd" not in caplog.text


@needs_mosquitto
def test_a_broker_that_wants_a_certificate_and_a_password_gets_both(tmp_path: Path) -> None:
    secure, settings = start_secure_broker(tmp_path)
    options = BrokerOptions(
        settings.url, settings.user, settings.password_file, settings.ca_file, settings.cert_file, settings.key_file
    )
    line = Line(read_broker(options), "hub-secure", drop)
    line.start()
    await_up(line)
    assert line.say("kiosk/v1/line/s/command", b"do")
    line.stop()
    secure.stop()


@needs_mosquitto
@pytest.mark.allow_log("does not let the hub in")
def test_a_broker_that_does_not_let_it_in_is_named_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    port = find_free_port()
    (tmp_path / "passwords").touch(0o600)
    config = f"listener {port} 127.0.0.1\nallow_anonymous false\npassword_file {tmp_path / 'passwords'}\n"
    strict = start_mosquitto(tmp_path, port, config)
    line = Line(Broker("127.0.0.1", port), "hub-stranger", drop)
    line.start()
    look = Flag()
    assert any("does not let the hub in" in caplog.text or look.wait(0.02) for _ in range(500))
    assert not line.is_up()
    line.stop()
    strict.stop()
