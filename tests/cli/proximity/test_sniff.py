import socket
from collections.abc import Generator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from kiosk.cli.main import run_command
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by

WATCH = "watch:somebody"
MESSAGE = b'{"rssi@1m":-59,"rssi":-62,"distance":1.2}'


@contextmanager
def _keep_talking(gateway: Bystander) -> Generator[None]:
    """A node that says it again and again, because nobody tells when the sniffer listens."""
    ended = Event()

    def talk() -> None:
        while not ended.wait(0.1):
            gateway.say(f"espresense/devices/{WATCH}/sniffed", MESSAGE)

    talker = Thread(target=talk)
    talker.start()
    try:
        yield
    finally:
        ended.set()
        talker.join()


@pytest.mark.parametrize(("raw", "shown", "hidden"), [((), "device-", WATCH), (("--raw",), WATCH, "device-")])
def test_it_names_the_gateways_and_what_to_set(
    broker: RunningBroker, capsys: pytest.CaptureFixture[str], raw: tuple[str, ...], shown: str, hidden: str
) -> None:
    url = f"mqtt://{broker.host}:{broker.port}"
    with stand_by(Address(broker.host, broker.port)) as gateway, _keep_talking(gateway):
        assert run_command(["proximity", "sniff", "--broker", url, "--seconds", "2.5", *raw]) == 0

    out = capsys.readouterr().out
    assert "broker: connected" in out
    assert "sniffed" in out
    assert shown in out
    assert hidden not in out
    assert 'profile = "espresense"' in out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--broker", "http://x"), "--broker: must begin with mqtt"),
        (("--broker", "mqtt://x:99999"), "--broker: the port"),
        (("--broker", "mqtt://x", "--topic", "#"), "--topic: would bring the keys"),
    ],
)
def test_what_it_cannot_or_may_not_listen_to_is_refused(
    arguments: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["proximity", "sniff", *arguments]) == 2
    assert why in capsys.readouterr().err


def test_a_broker_that_nobody_reaches_is_told_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert run_command(["proximity", "sniff", "--broker", f"mqtt://127.0.0.1:{port}"]) == 1
    assert capsys.readouterr().err == "the broker cannot be reached (Connection refused): correct --broker\n"


@pytest.mark.parametrize("seconds", ["nan", "inf", "0", "-1"])
def test_a_time_that_is_no_finite_number_above_zero_is_refused(
    seconds: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        run_command(["proximity", "sniff", "--broker", "mqtt://x", f"--seconds={seconds}"])
    assert leaving.value.code == 2
    assert "--seconds: must be a finite number above 0" in capsys.readouterr().err
