import socket
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from kiosk.doctor.encryption import can_encrypt, find_mismatch
from kiosk.mqtt.address import Address, resolve_broker
from kiosk.settings import Broker
from kiosk.shop.broker import RunningBroker, find_free_port, start_mosquitto
from tests.doubles.authority import found_authority
from tests.doubles.secure_broker import needs_mosquitto


@contextmanager
def run_tls_broker(folder: Path) -> Generator[Address]:
    """A broker on a port with TLS, and how it is rightly dialled."""
    authority = found_authority(folder / "authority")
    cert_file, key_file = authority.sign("broker")
    port = find_free_port()
    lines = (f"listener {port} 127.0.0.1", f"certfile {cert_file}", f"keyfile {key_file}", "allow_anonymous true\n")
    running = start_mosquitto(folder, port, "\n".join(lines))
    yield resolve_broker(Broker(f"mqtts://{running.host}:{port}", authority.ca_file))
    running.stop()


@needs_mosquitto
def test_a_port_with_tls_that_is_dialled_plainly_is_told(tmp_path: Path) -> None:
    with run_tls_broker(tmp_path) as rightly:
        advice = find_mismatch(Address(rightly.host, rightly.port))
        assert advice is not None
        assert "write mqtts://" in advice
        assert can_encrypt(rightly)
        assert find_mismatch(rightly) is None


@needs_mosquitto
def test_a_broker_that_is_not_trusted_is_no_mismatch_and_no_encryption_either(tmp_path: Path) -> None:
    with run_tls_broker(tmp_path) as rightly:
        stranger = resolve_broker(Broker(f"mqtts://{rightly.host}:{rightly.port}"))
        assert not can_encrypt(stranger)
        assert find_mismatch(stranger) is None


def test_a_plain_port_that_is_dialled_with_tls_is_told(broker: RunningBroker) -> None:
    wrongly = resolve_broker(Broker(f"mqtts://{broker.host}:{broker.port}"))
    advice = find_mismatch(wrongly)
    assert advice is not None
    assert "write mqtt://" in advice
    assert not can_encrypt(wrongly)
    assert find_mismatch(Address(broker.host, broker.port)) is None


@pytest.mark.parametrize("scheme", ["mqtt", "mqtts"])
def test_a_port_that_is_no_brokers_is_neither(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        answering = Thread(target=_answer_once, args=(server,))
        answering.start()
        assert find_mismatch(resolve_broker(Broker(f"{scheme}://127.0.0.1:{server.getsockname()[1]}"))) is None
        answering.join()


def test_a_port_where_nobody_listens_is_neither() -> None:
    assert find_mismatch(Address("127.0.0.1", find_free_port())) is None


def _answer_once(server: socket.socket) -> None:
    line, _ = server.accept()
    with line:
        line.recv(1024)
        line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
