from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.doctor.broker import check_broker
from kiosk.shop.broker import find_free_port, start_mosquitto
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


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    (finding,) = check_broker(make_settings(tmp_path, f"broker.ca_file={tmp_path / 'none.pem'}"))
    assert (finding.level, "mqtts://" in finding.seen) == ("fail", True)
