"""The broker on the hub's command line, checked before anything is served: a wrong file is named at the start."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from msgspec import Struct

from kiosk.mqtt.address import Address, resolve_broker


class BrokerOptions(Struct, frozen=True):
    """The options; secrets come by the files that hold them, for others on this machine could read the command line."""

    url: str
    ca_file: Path | None = None
    cert_file: Path | None = None
    key_file: Path | None = None
    user: str | None = None
    password_file: Path | None = None


def add_broker(parser: ArgumentParser) -> None:
    """Let the command be told of the broker."""
    broker = parser.add_argument_group("the MQTT broker, by which screens hear at once")
    broker.add_argument("--broker", metavar="URL", help="mqtt://HOST or, with TLS, mqtts://HOST")
    broker.add_argument("--broker-user", metavar="NAME", help="the hub's name at the broker")
    for name, what in (
        ("password", "the password, in a file"),
        ("ca", "who signed the broker's certificate (default: whom this system trusts)"),
        ("cert", "the hub's own certificate"),
        ("key", "the key of that certificate"),
    ):
        broker.add_argument(f"--broker-{name}-file", metavar="FILE", type=Path, help=what)


def read_broker(arguments: Namespace) -> Address | None:
    """Where the broker is; `None`: none was named. Raises `SettingRefused` by the name of the option."""
    if arguments.broker is None:
        return None
    options = BrokerOptions(
        url=arguments.broker,
        ca_file=arguments.broker_ca_file,
        cert_file=arguments.broker_cert_file,
        key_file=arguments.broker_key_file,
        user=arguments.broker_user,
        password_file=arguments.broker_password_file,
    )
    return resolve_broker(options, name_option)


def name_option(option: str) -> str:
    """What the command line calls it."""
    return "--broker" if option == "url" else f"--broker-{option.replace('_', '-')}"
