from argparse import ArgumentParser
from pathlib import Path

import pytest

from kiosk.errors import SettingRefused
from kiosk.hub.cli.broker import add_broker, read_broker
from kiosk.mqtt.address import Address
from tests.doubles.authority import found_authority


def type_options(*words: str) -> Address | None:
    parser = ArgumentParser()
    add_broker(parser)
    return read_broker(parser.parse_args(words))


def test_no_broker_need_be_named() -> None:
    assert type_options() is None


def test_with_tls_a_certificate_is_taken_and_the_password_comes_from_its_file(tmp_path: Path) -> None:
    authority = found_authority(tmp_path)
    cert_file, key_file = authority.sign("hub")
    (tmp_path / "password").write_text("word\n")
    files = ("--broker-ca-file", str(authority.ca_file), "--broker-cert-file", str(cert_file))
    secrets = ("--broker-key-file", str(key_file), "--broker-password-file", str(tmp_path / "password"))

    broker = type_options("--broker", "mqtts://b", "--broker-user", "hub", *files, *secrets)

    assert broker is not None
    assert (broker.port, broker.user, broker.password) == (8883, "hub", "word")
    assert broker.tls is not None


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("broker.example", "--broker: is no address"),
        ("mqtt://hub:pelican@broker.example", "--broker: must not carry a user; set --broker-user and "),
        ("mqtt://broker.example/shop", "--broker: is no address"),
        ("mqtt://broker.example:99999", "--broker: the port must lie"),
        ("mqtt://broker.example --broker-ca-file x", "--broker: must begin with mqtts"),
        ("mqtts://broker.example --broker-ca-file /nowhere", "--broker-ca-file"),
        ("mqtts://broker.example --broker-cert-file /nowhere", "--broker-cert-file"),
        ("mqtt://broker.example --broker-password-file x", "--broker-user"),
        ("mqtt://broker.example --broker-user hub --broker-password-file /nowhere", "--broker-password-file"),
    ],
)
def test_what_cannot_be_used_is_refused_by_the_option_that_names_it(words: str, named: str) -> None:
    with pytest.raises(SettingRefused, match=named) as refused:
        type_options("--broker", *words.split())
    assert "pelican" not in str(refused.value)
