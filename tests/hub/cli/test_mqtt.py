import stat
from functools import partial
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub.cli.mqtt import add_mqtt_command
from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.enrolment import revoke_screen
from kiosk.hub.models.screens.screen import Screen, await_token, give_token
from kiosk.hub.sample.shop import STORE
from kiosk.proximity.makes import list_usual_topics
from tests.hub.terminal import type_command


def prepare(hub: Hub, folder: Path, *words: str) -> int:
    add_command = partial(add_mqtt_command, list_presence=list_usual_topics)
    return type_command(
        add_command, hub.settings.database, "mqtt", str(folder), "--host", "broker.shop.example", *words
    )


def test_each_screen_gets_a_certificate_and_its_topics(hub: Hub, tmp_path: Path) -> None:
    assert prepare(hub, tmp_path / "made", "--presence", "minew/#") == 0

    places = {str(file.relative_to(tmp_path / "made")) for file in (tmp_path / "made").rglob("*.pem")}
    assert places == {
        *("ca.pem", "broker.pem", "hub.pem", "gateways.pem", "sniff.pem"),
        *(f"{STORE}/window-1.pem", f"{STORE}/window-2.pem"),
    }
    assert "topic write minew/#" in (tmp_path / "made/acl").read_text()
    assert f"acl_file {tmp_path / 'made'}/acl" in (tmp_path / "made/mosquitto.conf").read_text()


def test_again_it_keeps_what_is_good_and_leaves_out_who_was_revoked(
    hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(hub, tmp_path)
    before = (tmp_path / STORE / "window-1.pem").read_bytes()
    revoke_screen(hub, STORE, "window-2")
    capsys.readouterr()
    prepare(hub, tmp_path)

    assert "made" not in capsys.readouterr().out
    assert (tmp_path / STORE / "window-1.pem").read_bytes() == before
    assert "window-2" not in (tmp_path / "acl").read_text()


def test_a_name_that_no_certificate_can_hold_is_left_out_and_holds_nothing_up(
    hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare(hub, tmp_path)
    with hub.database.write() as session:
        session.add(Screen(store_id=STORE, id="w" * 64, zones=[], token_hash="a" * 64))
    revoke_screen(hub, STORE, "window-1")

    assert prepare(hub, tmp_path) == 0
    assert f"left out {STORE}/{'w' * 64}" in capsys.readouterr().out
    assert "window-1" not in (tmp_path / "acl").read_text()


def test_a_damaged_authority_keeps_nobody_on_the_list(hub: Hub, tmp_path: Path) -> None:
    prepare(hub, tmp_path)
    (tmp_path / "ca.key").write_text("damaged")
    revoke_screen(hub, STORE, "window-1")

    with pytest.raises(FileRefused, match=r"ca\.key"):
        prepare(hub, tmp_path)
    assert "window-1" not in (tmp_path / "acl").read_text()


def test_a_screen_that_comes_back_is_certified_anew_and_by_another_name(hub: Hub, tmp_path: Path) -> None:
    prepare(hub, tmp_path)
    key, before = tmp_path / STORE / "window-1.key", (tmp_path / "acl").read_text()
    stolen = key.read_bytes()
    revoke_screen(hub, STORE, "window-1")
    with hub.database.write() as session:
        screen = session.get_one(Screen, (STORE, "window-1"))
        await_token(screen)
        give_token(screen, "b" * 64)
    prepare(hub, tmp_path)

    assert key.read_bytes() != stolen
    name = next(line for line in before.splitlines() if line.startswith(f"user {STORE}/window-1/"))
    assert name not in (tmp_path / "acl").read_text()
    assert f"user {STORE}/window-1/bbbbbbbb\n" in (tmp_path / "acl").read_text()


@pytest.mark.parametrize("topic", ["kiosk/v1/#", " kiosk/v1/#", "#", "+/x", "$SYS/#", "", "a\nuser b"])
def test_gateways_have_no_topic_of_a_screen(
    hub: Hub, tmp_path: Path, topic: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        prepare(hub, tmp_path, "--presence", topic)
    assert "a gateways' topic" in capsys.readouterr().err


def test_a_make_that_there_is_not_is_no_topic(hub: Hub, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        prepare(hub, tmp_path, "--presence", "openmqtgateway")
    assert "is neither a make" in capsys.readouterr().err


def test_the_folders_group_reads_what_a_broker_needs_and_nobodys_key(hub: Hub, tmp_path: Path) -> None:
    prepare(hub, tmp_path)

    assert {file: stat.S_IMODE((tmp_path / file).stat().st_mode) for file in ("acl", "broker.key", "ca.pem")} == {
        "acl": 0o640,
        "broker.key": 0o640,
        "ca.pem": 0o644,
    }
    others = {file for file in tmp_path.rglob("*.key") if file.name != "broker.key"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in others} == {0o600}


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_folder_that_cannot_be_made_is_refused(hub: Hub, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileRefused, match="cannot be written"):
        prepare(hub, tmp_path / place)


def test_a_list_that_cannot_be_written_is_refused(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "acl").mkdir()
    with pytest.raises(FileRefused, match="acl cannot be written"):
        prepare(hub, tmp_path)


def test_gateways_are_named_by_their_make_or_by_a_topic(hub: Hub, tmp_path: Path) -> None:
    prepare(hub, tmp_path, "--presence", "kontakt", "--presence", "shop/gateways/#")

    acl, inner = (tmp_path / "acl").read_text(), (tmp_path / "acl-gateways").read_text()
    for topic in ("telemetry/+", "/stream/+/all", "/presence/stream/+", "shop/gateways/#"):
        assert f"topic write {topic}\n" in acl
        assert f"pattern write {topic}\n" in inner
    assert "write espresense" not in acl
    assert "topic read espresense/devices/+/+\n" in acl  # for who looks around


def test_gateways_come_in_without_a_certificate_only_where_it_is_said(hub: Hub, tmp_path: Path) -> None:
    prepare(hub, tmp_path)
    assert "listener 1883" not in (tmp_path / "mosquitto.conf").read_text()

    prepare(hub, tmp_path, "--gateways-at", "192.168.7.1", "--gateways-at", "fd00::1")
    config = (tmp_path / "mosquitto.conf").read_text()
    assert "listener 1883 192.168.7.1\nallow_anonymous true\n" in config
    assert "listener 1883 fd00::1\n" in config


def test_gateways_show_the_passwords_of_a_file(hub: Hub, tmp_path: Path) -> None:
    words = "--gateways-at", "192.168.7.1", "--gateways-password-file", str(tmp_path / "passwords")
    with pytest.raises(FileRefused, match="mosquitto_passwd -c"):
        prepare(hub, tmp_path, *words)

    (tmp_path / "passwords").write_text("")
    prepare(hub, tmp_path, *words)
    config = (tmp_path / "mosquitto.conf").read_text()
    assert f"allow_anonymous false\npassword_file {tmp_path / 'passwords'}\n" in config


@pytest.mark.parametrize(
    ("address", "why"),
    [(str(IPv4Address(0)), "everybody"), ("::", "everybody"), ("eth0", "an address"), ("", "an address")],
)
def test_the_gateways_network_is_one_address(
    hub: Hub, tmp_path: Path, address: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        prepare(hub, tmp_path, "--gateways-at", address)
    assert why in capsys.readouterr().err
