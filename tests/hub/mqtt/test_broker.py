from pathlib import Path

import pytest

from kiosk.hub.mqtt.broker import BrokerOptions, BrokerRefused, read_broker
from tests.doubles.authority import found_authority


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [("mqtt://broker.example", "broker.example", 1883), ("mqtt://[::1]:18830/", "::1", 18830)],
)
def test_a_plain_broker_is_dialled_where_its_address_says(url: str, host: str, port: int) -> None:
    broker = read_broker(BrokerOptions(url))

    assert (broker.host, broker.port, broker.tls, broker.password) == (host, port, None, None)


def test_with_tls_a_certificate_is_taken_and_the_password_comes_from_its_file(tmp_path: Path) -> None:
    authority = found_authority(tmp_path)
    cert_file, key_file = authority.sign("hub")
    (tmp_path / "password").write_text("word\n")
    options = BrokerOptions("mqtts://b", "hub", tmp_path / "password", authority.ca_file, cert_file, key_file)

    broker = read_broker(options)

    assert (broker.port, broker.user, broker.password) == (8883, "hub", "word")
    assert broker.tls is not None
    assert "word" not in repr(broker)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (BrokerOptions("broker.example"), "--broker: is no address"),
        (BrokerOptions("mqtt://hub:pelican@broker.example"), "--broker: is no address"),
        (BrokerOptions("mqtt://broker.example/shop"), "--broker: is no address"),
        (BrokerOptions("mqtt://broker.example:99999"), "--broker: names a port"),
        (BrokerOptions("mqtt://broker.example", ca_file=Path("x")), "--broker: must begin with mqtts"),
        (BrokerOptions("mqtts://broker.example", ca_file=Path("/nowhere")), "--broker-ca-file"),
        (BrokerOptions("mqtts://broker.example", cert_file=Path("/nowhere")), "--broker-cert-file"),
        (BrokerOptions("mqtt://broker.example", password_file=Path("x")), "--broker-user"),
        (BrokerOptions("mqtt://broker.example", "hub", Path("/nowhere")), "--broker-password-file"),
    ],
)
def test_what_cannot_be_used_is_refused_by_the_option_that_names_it(options: BrokerOptions, named: str) -> None:
    with pytest.raises(BrokerRefused, match=named) as refused:
        read_broker(options)
    assert "pelican" not in str(refused.value)
