from hashlib import sha256
from pathlib import Path
from threading import enumerate as list_threads
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.app.clocks import tell_mono
from kiosk.app.observer import Observer
from kiosk.app.theme.choice import ChosenTheme, ThemeFile
from kiosk.app.theme.packages import FOLDER
from kiosk.app.vitrine import Vitrine, open_screen
from kiosk.bookmarks.cli import FILE_NAME
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.event_log import EventLog
from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.core.glass.scene import Attract, Scene
from kiosk.fleet.command import ThemePackage
from kiosk.playlog.entry import Showing
from kiosk.playlog.journal import Journal
from kiosk.settings import Settings
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.packing import pack_bundle
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.pictures import FRAME_BOMB, draw_picture
from tests.doubles.settings import make_settings
from tests.doubles.themes import ACCENT, write_theme

WAIT_MS = 15_000


def open_quietly(settings: Settings, seen: list[Scene]) -> Vitrine:
    vitrine = open_screen(settings, Observer(on_seen=seen.append))
    vitrine.open()
    return vitrine


def list_items(seen: list[Scene]) -> list[str]:
    return [scene.item.id for scene in seen if isinstance(scene, Attract) and scene.item]


def list_faults(vitrine: Vitrine) -> set[tuple[str, str]]:
    return {(fault.part, fault.code) for fault in vitrine.status.compose().faults}


def list_visits(server: LoyaltyServer) -> list[dict[str, Any]]:
    return [event["data"] for event in list(server.events.values()) if event["type"] == "kiosk.visit"]


def show_poster(folder: Path, server: LoyaltyServer, qtbot: QtBot) -> None:
    """Have a screen whose state lies in this folder fetch, show and note a poster, and end."""
    server.item("poster", kind="image", media=server.add_media("poster.png", draw_picture()), seconds=3600)
    vitrine = open_quietly(make_settings(folder, f"loyalty.url={server.url}"), [])
    qtbot.waitUntil(lambda: len(server.events) == 1, timeout=WAIT_MS)
    vitrine.close()


def test_without_network_and_memory_the_still_is_shown_and_the_faults_are_named(tmp_path: Path, qtbot: QtBot) -> None:
    seen: list[Scene] = []
    vitrine = open_quietly(make_settings(tmp_path), seen)
    wanted = {("broker", "unreachable"), ("api", "unreachable")}
    qtbot.waitUntil(lambda: bool(seen) and wanted <= list_faults(vitrine), timeout=WAIT_MS)
    vitrine.close()
    assert isinstance(seen[0], Attract)
    assert seen[0].item is None


def test_what_was_shown_last_is_shown_first_when_nothing_else_is_there(tmp_path: Path, qtbot: QtBot) -> None:
    seen: list[Scene] = []
    with LoyaltyServer() as server:
        server.offer("mug", image=server.add_media("mug.png", draw_picture(size=(64, 36))))
        server.item("p-mug", kind="offer", offer="mug", seconds=5)
        vitrine = open_quietly(make_settings(tmp_path, f"loyalty.url={server.url}"), seen)
        qtbot.waitUntil(lambda: "p-mug" in list_items(seen), timeout=WAIT_MS)
        vitrine.close()

    later: list[Scene] = []
    vitrine = open_quietly(make_settings(tmp_path), later)
    qtbot.waitUntil(lambda: bool(later), timeout=WAIT_MS)
    vitrine.close()
    assert list_items(later)[:1] == ["p-mug"]


def test_what_was_seen_is_noted_even_if_the_end_comes_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    with LoyaltyServer() as server:
        show_poster(tmp_path, server, qtbot)

    seen: list[Scene] = []
    vitrine = open_quietly(make_settings(tmp_path), seen)
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT_MS)
    vitrine.close()
    _, noted = EventLog(Database(tmp_path / "state" / FILE_NAME)).read_batch()
    begun = [event for event in noted if event.type == "kiosk.impression"]
    assert len([event for event in begun if event.id not in server.events]) == 1


@pytest.mark.allow_log("a picture was refused")
def test_a_picture_that_rotted_on_disk_is_a_fault_until_it_is_fetched_again(tmp_path: Path, qtbot: QtBot) -> None:
    with LoyaltyServer() as server:
        show_poster(tmp_path, server, qtbot)
        [file] = (tmp_path / "state" / "media").iterdir()
        good = file.read_bytes()
        file.write_bytes(bytes(len(good)))

        vitrine = open_quietly(make_settings(tmp_path, f"loyalty.url={server.url}"), [])
        assert ("media", "unavailable") in list_faults(vitrine)
        qtbot.waitUntil(lambda: ("media", "unavailable") not in list_faults(vitrine), timeout=WAIT_MS)
        vitrine.close()
    assert file.read_bytes() == good


@pytest.mark.allow_log("a picture was refused")
def test_a_picture_that_only_a_decoder_refuses_is_neither_shown_nor_in_the_play_log(
    tmp_path: Path, qtbot: QtBot
) -> None:
    seen: list[Scene] = []
    with LoyaltyServer() as server:
        head, mark, _ = draw_picture().partition(b"IDAT")
        for name, content in (("bomb", FRAME_BOMB.read_bytes()), ("torn", head + mark), ("poster", draw_picture())):
            server.item(name, kind="image", media=server.add_media(name, content), seconds=1)
        server.offer("mug", image=server.add_media("mug", head + mark + b" "))
        server.item("p-mug", kind="offer", offer="mug", seconds=1)
        vitrine = open_quietly(make_settings(tmp_path, f"loyalty.url={server.url}"), seen)
        qtbot.waitUntil(lambda: "poster" in list_items(seen), timeout=WAIT_MS)
        vitrine.close()
    played = {entry.item for entry in Journal(tmp_path / "state").read() if isinstance(entry, Showing)}
    assert (set(list_items(seen)), played - {None}) == ({"poster"}, {"poster"})


def test_who_was_known_is_known_again_when_nothing_else_is_there(tmp_path: Path, qtbot: QtBot) -> None:
    with LoyaltyServer() as server:
        server.shoppers = [{"key": "anna", "consents": ["proximity"]}]
        vitrine = open_quietly(make_settings(tmp_path, f"loyalty.url={server.url}"), [])
        qtbot.waitUntil(lambda: list(vitrine.conductor.floor.shoppers) == ["anna"], timeout=WAIT_MS)
        vitrine.close()

    vitrine = open_quietly(make_settings(tmp_path), [])
    qtbot.waitUntil(lambda: list(vitrine.conductor.floor.shoppers) == ["anna"], timeout=WAIT_MS)
    vitrine.close()


def test_who_came_by_and_left_is_told_with_where_and_how_long(tmp_path: Path, qtbot: QtBot) -> None:
    with LoyaltyServer() as server:
        server.shoppers = [{"key": "anna", "consents": ["proximity", "personal_offers"]}]
        vitrine = open_quietly(make_settings(tmp_path, f"loyalty.url={server.url}"), [])
        qtbot.waitUntil(lambda: list(vitrine.conductor.floor.shoppers) == ["anna"], timeout=WAIT_MS)
        vitrine.conductor.post(ShopperNear("anna", "home", tell_mono() - 60))
        vitrine.conductor.post(ShopperLeft("anna", "home"))
        qtbot.waitUntil(lambda: bool(list_visits(server)), timeout=WAIT_MS)
        vitrine.close()
    [visit] = list_visits(server)
    assert (visit["shopper"], visit["zone"]) == ("anna", "home")
    assert 60 <= visit["seconds"] < 75


def test_it_runs_until_it_is_told_to_leave_and_leaves_no_thread_behind(tmp_path: Path, qtbot: QtBot) -> None:  # noqa: ARG001 # it makes the application
    before = {thread.name for thread in list_threads()}
    vitrine = open_screen(make_settings(tmp_path), Observer(on_seen=lambda _scene: QTimer.singleShot(50, leave)))

    def leave() -> None:
        vitrine.leave()

    assert vitrine.run() == 0
    after = {thread.name for thread in list_threads()}
    assert after <= before


@pytest.mark.allow_log("the theme that was chosen is not worn: dusk: its package is damaged")
def test_a_theme_that_rotted_on_disk_is_not_worn_until_it_is_fetched_anew(tmp_path: Path, qtbot: QtBot) -> None:
    content = pack_bundle(open_bundle(write_theme(tmp_path / "dusk", ACCENT), []))
    digest = sha256(content).hexdigest()
    ThemeFile(tmp_path / "state").save(ChosenTheme("dusk", packages={"dusk": ThemePackage(digest, len(content))}))
    (tmp_path / "state" / FOLDER).mkdir()
    (tmp_path / "state" / FOLDER / digest).write_bytes(bytes(len(content)))
    with LoyaltyServer() as server:
        server.themes[digest] = content
        vitrine = open_quietly(make_settings(tmp_path, f"loyalty.url={server.url}"), [])
        assert ("theme", "not_fetched") in list_faults(vitrine)
        assert vitrine.screen.worn.name == "daylight"
        qtbot.waitUntil(lambda: vitrine.screen.worn.name == "dusk", timeout=WAIT_MS)
        assert "theme" not in {part for part, _ in list_faults(vitrine)}
        vitrine.close()


@pytest.mark.allow_log("the theme that was chosen is not worn: .*midnight")
def test_a_theme_that_is_not_there_is_named_and_stood_in_for(tmp_path: Path, qtbot: QtBot) -> None:  # noqa: ARG001 # it makes the application
    vitrine = open_screen(make_settings(tmp_path, "theme.name=midnight"))
    assert ("theme", "refused") in list_faults(vitrine)
    vitrine.close()
