"""What IT's monitoring sees of a real screen: whether it is well, and figures, on a socket of this machine alone."""

from pathlib import Path

import pytest

from kiosk.mqtt.address import Address
from tests.doubles.deadline import wait_until
from tests.doubles.monitor import ask, ask_health
from tests.doubles.mortal_broker import MortalBroker
from tests.stories.conftest import Fitter


@pytest.fixture
def socket(tmp_path: Path) -> Path:
    return tmp_path / "health.sock"


def test_it_is_well_while_frames_come_and_names_what_is_wrong_around_it(
    fitter: Fitter, mortal: MortalBroker, socket: Path
) -> None:
    listen = f"unix:{socket}"
    mortal.revive()
    screen = fitter.make({"health.listen": listen}, broker=Address(mortal.address.host, mortal.address.port))
    screen.open()
    health = ask_health(listen)
    assert (health["status"], health["faults"], health["threads"]) == (200, [], {})
    assert health["frame_age_s"] < 30
    assert health["outbox"] == {"waiting": 0, "dead": 0}

    mortal.kill()
    wait_until(lambda: [fault["part"] for fault in ask_health(listen)["faults"]] == ["broker"])
    assert ask_health(listen)["well"], "it plays on"
    status, figures = ask(listen, "/metrics")
    assert status == 200
    assert 'vitrine_fault{part="broker",code="unreachable"} 1\n' in figures
    assert 'vitrine_thread_revivals_total{thread="courier"} 0\n' in figures

    assert screen.end() == 0
    assert not socket.exists()
