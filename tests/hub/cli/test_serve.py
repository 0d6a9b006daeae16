from pathlib import Path

import pytest

from kiosk.errors import KioskError, SettingRefused
from kiosk.hub.cli.hub import add_hub_commands
from kiosk.hub.database import migrate_database
from kiosk.hub.serve import CannotListen, open_listener
from tests.hub.cli.conftest import TypeHub
from tests.hub.storage import Storage
from tests.hub.terminal import type_command


@pytest.fixture
def type_serve(storage: Storage, seeded: Path) -> TypeHub:
    """Types the command that serves the sample shop; its exit code."""

    def type_serve(*words: str) -> int:
        return type_command(add_hub_commands, storage.find(seeded), "hub", "serve", *words)

    return type_serve


def test_a_broker_that_cannot_be_one_is_said_before_anything_else(
    type_serve: TypeHub, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SettingRefused, match="--broker: is no address"):
        type_serve("--broker", "broker.example")
    assert capsys.readouterr().out == ""


def test_a_broker_is_joined_only_once_the_port_is_ours(type_serve: TypeHub) -> None:
    with open_listener("127.0.0.1", 0) as listener, pytest.raises(CannotListen):
        type_serve("--broker", "mqtt://127.0.0.1:9", "--port", str(listener.getsockname()[1]))


@pytest.mark.parametrize("hours", ["0", "-1", "1.5", "745", "day"])
def test_how_long_a_page_waits_is_a_number_of_hours(
    type_serve: TypeHub, capsys: pytest.CaptureFixture[str], hours: str
) -> None:
    with pytest.raises(SystemExit):
        type_serve(f"--claim-hours={hours}")

    assert "hours are a number from 1 to 744" in capsys.readouterr().err


@pytest.mark.parametrize("minutes", ["0", "61", "1.5", "long"])
def test_how_long_the_staff_see_something_is_a_number_of_minutes(
    type_serve: TypeHub, capsys: pytest.CaptureFixture[str], minutes: str
) -> None:
    with pytest.raises(SystemExit):
        type_serve(f"--handshake-minutes={minutes}")

    assert "minutes are a number from 1 to 60" in capsys.readouterr().err


def test_a_database_without_a_store_is_not_served(type_hub: TypeHub, storage: Storage, tmp_path: Path) -> None:
    migrate_database(storage.find(tmp_path))
    with pytest.raises(KioskError, match="run `kiosk hub seed` first, or name another with --database"):
        type_hub("serve")


def test_a_port_that_is_taken_is_said_before_anything_else(
    type_serve: TypeHub, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_listener("127.0.0.1", 0) as listener, pytest.raises(CannotListen):
        type_serve("--port", str(listener.getsockname()[1]))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("port", ["web", "65536", "-1"])
def test_a_port_that_is_none_is_refused(type_hub: TypeHub, port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        type_hub("serve", f"--port={port}")
    assert "a port is a number from 0 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["hub.shop.example", "ftp://hub.shop.example", "https://", "https://hub.example/?a=b"])
def test_a_public_address_that_no_phone_can_open_is_refused_in_a_sentence(
    type_serve: TypeHub, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        type_serve("--public-url", url)

    assert "it begins with http:// or https:// and names a host" in capsys.readouterr().err


def test_a_monitor_is_answered_on_this_machine_alone(type_serve: TypeHub, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        type_serve("--health", "0.0.0.0:9464")

    assert "an address of this machine alone" in capsys.readouterr().err
