"""A manager sets a price: from the console's form to the glass at the shelf's edge and to an electronic label."""

import subprocess
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.app.vitrine import Vitrine, open_screen
from kiosk.settings.file import read_settings
from kiosk.shop.broker import RunningBroker
from kiosk.shop.hub import RunningHub, open_hub
from tests.doubles.access_point import PretendAccessPoint, open_access_point
from tests.doubles.chromium import DEADLINE_MS, open_chromium
from tests.doubles.glass_items import find_window, list_items
from tests.doubles.running_screen import KIOSK
from tests.hub.console.browsing import open_page, sign_in
from tests.hub.console.clerk import PASSWORD

MUG, LABEL = "04012345000016", "00000197E5CB3B38"


@pytest.fixture
def point() -> Generator[PretendAccessPoint]:
    """An access point with one label."""
    with open_access_point() as point:
        point.add(LABEL)
        yield point


@pytest.fixture
def hub(hub_folder: Path, tmp_path: Path, broker: RunningBroker, point: PretendAccessPoint) -> Generator[RunningHub]:
    """The hub of a shop whose mug has a label."""
    _run(hub_folder, "labels", "assign", LABEL, MUG)
    _run(hub_folder, "person", "add", "mara", "--role", "manager", typed=PASSWORD)
    options = ("--themes", str(tmp_path / "themes"), "--access-point", point.url)
    hub = open_hub(hub_folder, broker.url, options=options)
    yield hub
    hub.program.stop()


@pytest.fixture
def form(hub: RunningHub) -> Generator[Page]:
    """The mug's form, before a manager who just signed in."""
    with open_chromium() as chromium:
        page = open_page(chromium, hub)
        sign_in(page)
        page.goto(f"/console/articles/{MUG}")
        yield page


def _run(folder: Path, *arguments: str, typed: str = "") -> None:
    command = (*KIOSK, "hub", *arguments, "--database", f"sqlite:///{folder / 'hub.db'}")
    subprocess.run(command, input=typed.encode(), check=True, capture_output=True)  # noqa: S603 # our own program


def _read_glass() -> str:
    """What is written on the glass, as far as it can be seen."""
    items: list[QQuickItem] = list(list_items(find_window().contentItem()))
    return " ".join(str(item.property("text") or "") for item in items)


@pytest.fixture
def screen(hub: RunningHub, broker: RunningBroker, tmp_path: Path, qtbot: QtBot) -> Generator[Vitrine]:  # noqa: ARG001 # it makes the application
    """The glass at the edge of the shelf on which the mug stands."""
    given = {
        "store.id": hub.shop.store,
        "store.key_file": hub.shop.store_key_file,
        "screen.id": hub.shop.screen,
        "screen.zones": ",".join(hub.shop.zones),
        "broker.url": broker.url,
        "loyalty.url": hub.url,
        "loyalty.token_file": hub.shop.token_file,
        "state.dir": tmp_path / "state",
        "shelf.articles": MUG,
        "display.fullscreen": "false",
        "display.size": "1920x360",
    }
    screen = open_screen(read_settings(None, {}, [f"{name}={value}" for name, value in given.items()]))
    screen.open()
    yield screen
    screen.close()


@pytest.mark.usefixtures("screen")
def test_a_new_price_is_on_the_glass_and_on_its_way_to_the_label_and_the_old_one_is_its_evidence(
    form: Page, point: PretendAccessPoint, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "29," in _read_glass(), timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: point.uploads == 1, timeout=DEADLINE_MS)
    before = point.pictures[LABEL]

    form.get_by_label("Preis in EUR").fill("24,90")
    form.get_by_role("button", name="Speichern").click()
    expect(form.get_by_text("Gespeichert. Es gilt ab jetzt.")).to_be_visible()
    qtbot.waitUntil(lambda: "24," in _read_glass(), timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: point.uploads == 2, timeout=DEADLINE_MS)
    told = _read_glass().replace("\u00a0", " ")

    assert "Niedrigster Preis der letzten 30 Tage: 29,90" in told
    assert point.pictures[LABEL] != before
