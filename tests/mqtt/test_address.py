import ssl
from pathlib import Path

import pytest

from kiosk.errors import SettingRefused
from kiosk.mqtt.address import name_client, resolve_broker
from kiosk.settings import Broker
from tests.doubles.authority import found_authority


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("mqtt://broker", "broker", 1883),
        ("mqtt://broker:1884/", "broker", 1884),
        ("mqtt://[::1]:1884", "::1", 1884),
        ("mqtts://broker.example", "broker.example", 8883),
    ],
)
def test_an_address_is_read_with_its_usual_port(url: str, host: str, port: int) -> None:
    address = resolve_broker(Broker(url=url))

    assert (address.host, address.port, address.tls is not None) == (host, port, url.startswith("mqtts"))


def test_without_an_authority_of_its_own_the_system_is_trusted_and_names_are_checked() -> None:
    tls = resolve_broker(Broker(url="mqtts://broker")).tls

    assert tls is not None
    assert (tls.verify_mode, tls.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_all_files_are_read(tmp_path: Path) -> None:
    authority = found_authority(tmp_path)
    cert_file, key_file = authority.sign("screen")
    (tmp_path / "password").write_text("secret\n")
    broker = Broker("mqtts://broker", authority.ca_file, cert_file, key_file, "screen", tmp_path / "password")

    address = resolve_broker(broker)

    assert (address.user, address.password) == ("screen", "secret")
    assert "secret" not in repr(address)


@pytest.mark.parametrize(
    ("broker", "name"),
    [
        (Broker(url="mqtt://user:word@broker"), "broker.url"),
        (Broker(url="mqtt://:1883"), "broker.url"),
        (Broker(url="mqtt://broker:99999"), "broker.url"),
        (Broker(url="mqtt://bro..ker"), "broker.url"),
        (Broker(url="mqtt://broker", ca_file=Path("ca.pem")), "broker.url"),
        (Broker(url="mqtts://broker", ca_file=Path("absent.pem")), "broker.ca_file"),
        (Broker(url="mqtts://broker", ca_file=Path(__file__)), "broker.ca_file"),
        (Broker(url="mqtts://broker", key_file=Path("absent.key")), "broker.cert_file"),
        (Broker(url="mqtts://broker", cert_file=Path("absent.pem")), "broker.cert_file"),
        (Broker(password_file=Path("absent")), "broker.user"),
        (Broker(user="screen", password_file=Path("absent")), "broker.password_file"),
    ],
)
def test_what_cannot_be_used_is_refused_by_the_name_of_its_setting(broker: Broker, name: str) -> None:
    with pytest.raises(SettingRefused) as refused:
        resolve_broker(broker)

    assert refused.value.name == name
    assert "word" not in str(refused.value).replace("password", "")


def test_a_key_of_another_certificate_is_refused(tmp_path: Path) -> None:
    authority = found_authority(tmp_path)
    cert_file, _ = authority.sign("one")
    _, other_key = authority.sign("other")

    with pytest.raises(SettingRefused, match=r"broker\.cert_file"):
        resolve_broker(Broker("mqtts://broker", authority.ca_file, cert_file, other_key))


def test_no_two_parts_and_no_two_screens_share_a_client_id() -> None:
    places = [("a-b", "c", "x"), ("a", "b-c", "x"), ("a-b", "c", "y")]

    assert len({name_client(*place) for place in places}) == 3
