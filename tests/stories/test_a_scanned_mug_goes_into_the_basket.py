"""Somebody scans a mug at the screen: its price from the real hub stands on the glass, and her card takes it along."""

from collections.abc import Generator
from pathlib import Path
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.observer import Observer
from kiosk.app.vitrine import open_screen
from kiosk.core.glass.scene import Attract, Hint, Scanned, Scene
from kiosk.settings.file import read_settings
from kiosk.shop.broker import RunningBroker
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub
from kiosk.shop.scanner import MUG, type_code
from kiosk.shop.script import HOLD_S, make_card
from tests.doubles.chromium import DEADLINE_MS
from tests.doubles.hub_database import ask

NOBODYS = "4006381333931"


@pytest.fixture
def seen(
    hub: RunningHub,
    broker: RunningBroker,
    reader: PretendReaderField,
    tmp_path: Path,
    qtbot: QtBot,
) -> Generator[list[Scene]]:
    """What stands on the glass of a screen with a scanner and a reader, scene by scene, once its loop plays."""
    given = {
        "store.id": hub.shop.store,
        "store.key_file": hub.shop.store_key_file,
        "screen.id": hub.shop.screen,
        "screen.zones": ",".join(hub.shop.zones),
        "broker.url": broker.url,
        "loyalty.url": hub.url,
        "loyalty.token_file": hub.shop.token_file,
        "nfc.device": f"udp:localhost:{reader.port}",
        "scanner.device": "keyboard",
        "state.dir": tmp_path / "state",
        "display.fullscreen": "false",
        "display.size": "640x360",
    }
    seen: list[Scene] = []
    settings = read_settings(None, {}, [f"{name}={value}" for name, value in given.items()])
    screen = open_screen(settings, Observer(on_seen=seen.append))
    screen.open()
    qtbot.waitUntil(lambda: any(isinstance(one, Attract) and one.item for one in seen), timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: isinstance(seen[-1], Attract) and seen[-1].reader_ready, timeout=DEADLINE_MS)
    yield seen
    screen.close()


def test_its_price_stands_there_and_a_card_puts_it_into_its_owners_basket(
    hub: RunningHub, seen: list[Scene], reader: PretendReaderField, tmp_path: Path, qtbot: QtBot
) -> None:
    type_code(MUG)
    qtbot.waitUntil(lambda: isinstance(seen[-1], Scanned), timeout=DEADLINE_MS)
    found = seen[-1]
    assert isinstance(found, Scanned)
    assert found.answer.article
    assert (str(found.answer.article.price.amount), found.answer.stock) == ("29.90", 40)

    tap = Thread(target=reader.tap, args=(make_card(hub.shop.members[0].card), HOLD_S))
    tap.start()
    qtbot.waitUntil(lambda: seen[-1].hint is Hint.IN_BASKET, timeout=DEADLINE_MS)
    tap.join()
    assert ask(tmp_path, "SELECT code || ' ' || count FROM basket_lines") == ["04012345000016 1"]
    assert ask(tmp_path, "SELECT way FROM visits WHERE ended_at IS NULL") == ["card"]


def test_a_code_of_another_shop_is_answered_by_what_to_do(seen: list[Scene], qtbot: QtBot) -> None:
    type_code(NOBODYS)
    qtbot.waitUntil(lambda: isinstance(seen[-1], Scanned), timeout=DEADLINE_MS)

    found = seen[-1]
    assert isinstance(found, Scanned)
    assert (found.miss, found.answer.miss) == ("unknown", "unknown")
