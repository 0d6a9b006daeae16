from pathlib import Path
from threading import Event as Flag

import pytest

from kiosk.hub.mqtt.line import Line
from kiosk.mqtt.address import Address, resolve_broker
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
    line = Line(Address(broker.host, broker.port), "hub-line", lambda topic, payload: heard.write((topic, payload)))
    line.start()
    await_up(line)
    with stand_by(Address(broker.host, broker.port), "kiosk/v1/line/s/command") as screen:
        assert line.say("kiosk/v1/line/s/command", b"do")
        screen.wait_for_topic("kiosk/v1/line/s/command")
        screen.say("kiosk/v1/line/s/answer", b"done")
        heard.wait_for(("kiosk/v1/line/s/answer", b"done"))
    line.stop()


@pytest.mark.allow_log("cannot be reached")
def test_without_a_broker_nothing_is_said_and_nothing_waits_to_be() -> None:
    line = Line(Address("127.0.0.1", find_free_port()), "hub-nobody", drop)
    line.start()

    assert not line.say("kiosk/v1/line/s/command", b"do")
    line.stop()


@pytest.mark.allow_log("cannot be reached")
def test_each_connection_is_known_of_and_each_loss_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "kiosk.hub")
    ups, port = Notebook[str](), find_free_port()
    line = Line(Address("127.0.0.1", port), "hub-again", drop, lambda: ups.write("up"))
    line.start()
    for times in (1, 2):
        broker = start_broker(tmp_path, port)
        ups.wait_for("up", times)
        assert line.is_up()
        broker.stop()
        look = Flag()
        assert any(len(caplog.messages) == 2 * times + 1 or look.wait(0.02) for _ in range(500))
    line.stop()
    gone = f"the broker at 127.0.0.1:{port} cannot be reached: until it is, screens hear of nothing at once"
    back = "the broker is there again: screens hear the hub"
    assert caplog.messages == [gone, back, gone, back, gone]


@pytest.mark.allow_log("a message was lost: RuntimeError")
def test_a_message_that_nobody_foresaw_costs_no_other(broker: RunningBroker, caplog: pytest.LogCaptureFixture) -> None:
    heard = Notebook[bytes]()

    def hear(_topic: str, payload: bytes) -> None:
        if payload == b"odd":
            raise RuntimeError(payload)
        heard.write(payload)

    line = Line(Address(broker.host, broker.port), "hub-odd", hear)
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
    line = Line(resolve_broker(settings), "hub-secure", drop)
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
    line = Line(Address("127.0.0.1", port), "hub-stranger", drop)
    line.start()
    look = Flag()
    assert any("does not let the hub in" in caplog.text or look.wait(0.02) for _ in range(500))
    assert not line.is_up()
    line.stop()
    strict.stop()
