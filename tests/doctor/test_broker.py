from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.doctor.broker import check_broker
from kiosk.fleet.messages import Fault, Outbox, StatusMessage
from kiosk.mqtt.address import Address
from kiosk.shop.broker import find_free_port, start_mosquitto
from tests.doubles.bystander import stand_by
from tests.doubles.settings import make_settings

if TYPE_CHECKING:
    from kiosk.shop.broker import RunningBroker


def test_a_broker_that_lets_the_screen_in_is_well(tmp_path: Path, broker: "RunningBroker") -> None:
    (finding,) = check_broker(make_settings(tmp_path, f"broker.url={broker.url}"))
    assert finding.level == "ok"


def test_a_broker_that_is_not_there_is_named_with_its_address(tmp_path: Path) -> None:
    (finding,) = check_broker(make_settings(tmp_path, f"broker.url=mqtt://127.0.0.1:{find_free_port()}"))
    assert finding.level == "fail"
    assert "cannot be reached (Connection refused)" in finding.seen


def test_a_broker_that_does_not_let_the_screen_in_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    port = find_free_port()
    guarded = start_mosquitto(tmp_path, port, f"listener {port} 127.0.0.1\nallow_anonymous false\n")
    (finding,) = check_broker(make_settings(tmp_path, f"broker.url=mqtt://127.0.0.1:{port}"))
    guarded.stop()
    assert finding.level == "fail"
    assert "does not let this screen in" in finding.seen


def test_an_address_with_tls_at_a_plain_port_is_put_right(tmp_path: Path, broker: "RunningBroker") -> None:
    (finding,) = check_broker(make_settings(tmp_path, f"broker.url=mqtts://{broker.host}:{broker.port}"))
    assert finding.level == "fail"
    assert "this port has no TLS" in finding.advice


def test_a_screen_that_says_it_has_a_namesake_gets_advice(tmp_path: Path, broker: "RunningBroker") -> None:
    fault = Fault("broker", "same_id", "2026-11-22T09:00:00.000Z")
    status = StatusMessage("online", fault.since, "attract", "0.1.0", "daylight", [fault], Outbox(), None)
    with stand_by(Address(broker.host, broker.port)) as screen:
        screen.say("kiosk/v1/berlin-mitte/twin/status", msgspec.json.encode(status), kept=True)
        (finding,) = check_broker(make_settings(tmp_path, f"broker.url={broker.url}", "screen.id=twin"))
    assert finding.seen == "another screen calls itself twin of berlin-mitte, too"
    assert finding.level == "fail"


@pytest.mark.allow_log("kiosk.mqtt.link: a message was lost: DecodeError")
def test_a_state_that_is_none_is_no_namesake(tmp_path: Path, broker: "RunningBroker") -> None:
    with stand_by(Address(broker.host, broker.port)) as stranger:
        stranger.say("kiosk/v1/berlin-mitte/odd/status", b"what?", kept=True)
        (finding,) = check_broker(make_settings(tmp_path, f"broker.url={broker.url}", "screen.id=odd"))
    assert finding.level == "ok"


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    (finding,) = check_broker(make_settings(tmp_path, f"broker.ca_file={tmp_path / 'none.pem'}"))
    assert (finding.level, "mqtts://" in finding.seen) == ("fail", True)
