from pathlib import Path

import pytest

from kiosk.errors import FileRefused
from kiosk.hub.cli.mqtt import add_mqtt_command
from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.enrolment import revoke_screen
from kiosk.hub.models.screens.screen import Screen, await_token, give_token
from kiosk.hub.sample.shop import STORE
from tests.hub.terminal import type_command


def prepare(hub: Hub, folder: Path, *words: str) -> int:
    return type_command(
        add_mqtt_command, hub.settings.database, "mqtt", str(folder), "--host", "broker.shop.example", *words
    )


def test_each_screen_gets_a_certificate_and_its_topics(hub: Hub, tmp_path: Path) -> None:
    assert prepare(hub, tmp_path / "made", "--presence", "minew/#") == 0

    places = {str(file.relative_to(tmp_path / "made")) for file in (tmp_path / "made").rglob("*.pem")}
    assert places == {
        *("ca.pem", "broker.pem", "hub.pem", "gateways.pem"),
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


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_folder_that_cannot_be_made_is_refused(hub: Hub, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileRefused, match="cannot be written"):
        prepare(hub, tmp_path / place)


def test_a_list_that_cannot_be_written_is_refused(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "acl").mkdir()
    with pytest.raises(FileRefused, match="acl cannot be written"):
        prepare(hub, tmp_path)
