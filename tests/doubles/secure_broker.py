"""A broker that lets in nobody without TLS, a client certificate, a user and a password."""

from pathlib import Path

import pytest

from kiosk.settings import Broker
from kiosk.shop.broker import RunningBroker, find_free_port, find_program, start_mosquitto
from tests.doubles.authority import Authority, found_authority

needs_mosquitto = pytest.mark.skipif(
    find_program("mosquitto") is None, reason="the broker from the wheel cannot do this; install mosquitto"
)

# Made by `mosquitto_passwd` for the user `screen` and the password `word`.
PASSWORDS = (
    "screen:$7$101$w1fGoIVzGf81z2hd$"
    "vrF+YKrBe91ALZrtg8+lgxpdZYHQZ7jJTfq8+TJ5yi7f01ibv/uSxvXjPgrsp4UWyyf4nn36xuO1hEM9hyuqmA==\n"
)


def start_secure_broker(folder: Path) -> tuple[RunningBroker, Broker]:
    """The broker, and the settings of a screen that it lets in."""
    authority = found_authority(folder / "authority")
    port = find_free_port()
    cert_file, key_file = authority.sign("screen")
    (folder / "passwords").write_text(PASSWORDS)
    (folder / "passwords").chmod(0o600)
    (folder / "password").write_text("word\n")
    running = start_mosquitto(folder, port, _configure(authority, folder, port))
    url = f"mqtts://{running.host}:{port}"
    return running, Broker(url, authority.ca_file, cert_file, key_file, "screen", folder / "password")


def _configure(authority: Authority, folder: Path, port: int) -> str:
    cert_file, key_file = authority.sign("broker")
    return (
        f"listener {port} 127.0.0.1\ncafile {authority.ca_file}\ncertfile {cert_file}\nkeyfile {key_file}\n"
        f"require_certificate true\nallow_anonymous false\npassword_file {folder / 'passwords'}\n"
    )
