import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from secrets import token_hex

import pytest

from kiosk.app.glass.watchdog import feed_watchdog

Beat = tuple[float, Callable[[], None]]


class Supervisor:
    """What systemd is to a service: a socket that hears states."""

    def __init__(self, address: str) -> None:
        self.env = {"NOTIFY_SOCKET": address}
        self._ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._ear.bind("\0" + address[1:] if address.startswith("@") else address)
        self._ear.settimeout(5)

    def hear(self) -> bytes:
        return self._ear.recv(100)

    def close(self) -> None:
        self._ear.close()


@pytest.fixture(params=["a file", "an abstract name"])
def supervisor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Supervisor]:
    made = Supervisor(str(tmp_path / "notify") if request.param == "a file" else f"@{token_hex(8)}")
    yield made
    made.close()


def feed(env: dict[str, str]) -> list[Beat]:
    beats: list[Beat] = []
    feed_watchdog(env, lambda every_s, on_beat: beats.append((every_s, on_beat)))
    return beats


def test_the_first_frame_is_told_and_then_each_beat_three_times_as_often_as_is_asked_for(
    supervisor: Supervisor,
) -> None:
    [(every_s, on_beat)] = feed(supervisor.env | {"WATCHDOG_USEC": "15000000", "WATCHDOG_PID": "1"})
    assert supervisor.hear() == b"READY=1"
    assert every_s == 5
    on_beat()
    assert supervisor.hear() == b"WATCHDOG=1"


@pytest.mark.parametrize("within", ["", "0", "-1", "soon"])
def test_who_sets_no_time_hears_of_the_first_frame_alone(supervisor: Supervisor, within: str) -> None:
    assert feed(supervisor.env | {"WATCHDOG_USEC": within}) == []
    assert supervisor.hear() == b"READY=1"


def test_without_a_supervisor_nothing_beats() -> None:
    assert feed({"WATCHDOG_USEC": "15000000"}) == []


def test_a_supervisor_that_is_gone_harms_nothing(tmp_path: Path) -> None:
    [(_, on_beat)] = feed({"NOTIFY_SOCKET": str(tmp_path / "nobody"), "WATCHDOG_USEC": "15000000"})
    on_beat()
