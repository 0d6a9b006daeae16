import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from kiosk.health.report import Report, gauge
from kiosk.health.server import HealthServer
from tests.doubles.monitor import ask, ask_health


class Clinic:
    """A server on a unix socket, whose program is as the test says."""

    def __init__(self, folder: Path) -> None:
        self.report = Report(well=True, details={"outbox": {"waiting": 2}}, metrics=(gauge("x", "X.", 7),))
        self.path = folder / "health.sock"
        self.listen = f"unix:{self.path}"
        self.server = HealthServer(self.listen, lambda: self.report)
        self.thread = Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    clinic = Clinic(tmp_path)
    yield clinic
    clinic.server.shutdown()
    clinic.thread.join()
    clinic.server.server_close()


def test_who_is_well_says_so_with_details(clinic: Clinic) -> None:
    assert ask_health(clinic.listen) == {"status": 200, "well": True, "outbox": {"waiting": 2}}


def test_who_is_not_well_says_so_by_the_status_too(clinic: Clinic) -> None:
    clinic.report = Report(well=False)
    assert ask_health(clinic.listen) == {"status": 503, "well": False}


def test_figures_are_those_of_the_program_and_those_of_its_process(clinic: Clinic) -> None:
    status, text = ask(clinic.listen, "/metrics")
    assert status == 200
    assert "\nx 7\n" in text
    assert "\nprocess_resident_memory_bytes " in text


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/", 404), ("POST", "/healthz", 501)])
def test_nothing_else_is_there(clinic: Clinic, method: str, path: str, status: int) -> None:
    assert ask(clinic.listen, path, method)[0] == status


def test_owner_and_group_alone_may_ask(clinic: Clinic) -> None:
    assert stat.S_IMODE(clinic.path.stat().st_mode) == 0o660


def test_a_socket_that_a_killed_program_left_is_no_hindrance(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / "health.sock"))
    with HealthServer(f"unix:{tmp_path / 'health.sock'}", lambda: Report(well=True)):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "health.sock").write_text("mine")
    with pytest.raises(OSError, match="in use"):
        HealthServer(f"unix:{tmp_path / 'health.sock'}", lambda: Report(well=True))
    assert (tmp_path / "health.sock").read_text() == "mine"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_it_listens_on_loopback(host: str) -> None:
    with HealthServer(f"{host}:0", lambda: Report(well=True)) as server:
        assert server.socket.getsockname()[0] in {"127.0.0.1", "::1"}
