"""Somebody touches the glass: the real window, driven by real events, from the loop to a kept offer and back."""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app.observer import Observer
from kiosk.app.vitrine import Vitrine, open_screen
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Attract, Browsing, Hint, Saved, Scene
from kiosk.core.touch.touches import CHANGE_S
from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.flashes import count_flashes, read_cells
from tests.doubles.foreign_shop import KEY, TOKEN
from tests.doubles.glass_items import find_window
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.pictures import draw_picture
from tests.doubles.settings import make_settings

WAIT_MS = 15_000
HAMMER_MS = 20
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Somebody:
    """Who stands at the glass, and what she sees."""

    vitrine: Vitrine
    bot: QtBot
    window: QQuickWindow = field(default_factory=find_window)

    def tap(self, x: float, y: float) -> None:
        self._take_time()
        QTest.mouseClick(self.window, LEFT, pos=self._point(x, y))

    def swipe(self, start: float, end: float) -> None:
        self._take_time()
        QTest.mousePress(self.window, LEFT, pos=self._point(start, 0.4))
        QTest.mouseMove(self.window, self._point(end, 0.4))
        QTest.mouseRelease(self.window, LEFT, pos=self._point(end, 0.4))

    def press(self, key: Qt.Key) -> None:
        self._take_time()
        QTest.keyClick(self.window, key)

    def see(self, fits: Callable[[Scene], bool]) -> Scene:
        self.bot.waitUntil(lambda: fits(self.vitrine.conductor.floor.scene), timeout=WAIT_MS)
        return self.vitrine.conductor.floor.scene

    def see_page(self, offer: str, fits: Callable[[Browsing], bool] = lambda _scene: True) -> None:
        self.see(lambda scene: isinstance(scene, Browsing) and scene.offer.id == offer and fits(scene))

    def hammer(self, *keys: Qt.Key, times: int) -> list[tuple[float, list[float]]]:
        """Press keys by turns, far faster than anybody means it; what the glass looked like after each, and when."""
        seen: list[tuple[float, list[float]]] = []
        for key in islice(cycle(keys), times):
            QTest.keyClick(self.window, key)
            self.bot.wait(HAMMER_MS)
            seen.append((time.monotonic(), read_cells(self.vitrine.screen.take_screenshot())))
        return seen

    def _take_time(self) -> None:
        """As every hand does: the glass changes no faster, and nobody touches what was not drawn yet."""
        self.bot.wait(math.ceil(CHANGE_S * 1000))
        self.vitrine.screen.take_screenshot()

    def _point(self, x: float, y: float) -> QPoint:
        return QPoint(int(self.window.width() * x), int(self.window.height() * y))


@pytest.fixture
def shelf() -> Iterator[LoyaltyServer]:
    with LoyaltyServer(TOKEN) as server:
        picture = server.add_media("poster.png", draw_picture())
        server.item("poster", kind="image", media=picture, seconds=3600)
        for priority, (name, colour) in enumerate((("vase", "black"), ("mug", "white"), ("lamp", "black"))):
            image = server.add_media(f"{name}.png", draw_picture(colour=colour))
            title = {"de": name.title(), "en": f"The {name}"}
            server.offer(name, title=title, image=image, priority=priority, link=f"https://shop.example/{name}")
        yield server


@pytest.fixture
def somebody(tmp_path: Path, shelf: LoyaltyServer, reader: PretendReaderField, qtbot: QtBot) -> Iterator[Somebody]:
    (tmp_path / "store.key").write_text(KEY.hex())
    (tmp_path / "token").write_text(TOKEN)
    settings = make_settings(
        tmp_path,
        f"loyalty.url={shelf.url}",
        f"loyalty.token_file={tmp_path / 'token'}",
        f"store.key_file={tmp_path / 'store.key'}",
        f"nfc.device=udp:localhost:{reader.port}",
        "display.touch=on",
        "display.size=960x540",
        "display.reduced_motion=true",
        "pacing.saved_s=600",
    )
    vitrine = open_screen(settings, Observer())
    vitrine.open()
    qtbot.waitUntil(lambda: _is_ready(vitrine.conductor.floor), timeout=WAIT_MS)
    yield Somebody(vitrine, qtbot)
    vitrine.close()


def _is_ready(floor: Floor) -> bool:
    return floor.glass.reader_ready and floor.catalogue.get_offer("lamp") is not None


def _list_events(server: LoyaltyServer, kind: str) -> list[dict[str, object]]:
    return [event["data"] for event in server.events.values() if event["type"] == kind]


def test_somebody_leafs_keeps_and_calls_for_advice(
    somebody: Somebody, shelf: LoyaltyServer, reader: PretendReaderField
) -> None:
    somebody.tap(0.5, 0.4)
    somebody.see_page("lamp")
    somebody.swipe(0.7, 0.3)
    somebody.see_page("mug")
    somebody.press(Qt.Key.Key_Right)
    somebody.see_page("vase")
    somebody.press(Qt.Key.Key_Left)
    somebody.see_page("mug")

    somebody.tap(0.1, 0.93)
    somebody.see_page("mug", lambda scene: scene.language == "en")
    somebody.tap(0.3, 0.93)
    somebody.see_page("mug", lambda scene: scene.comfort.larger)
    somebody.tap(0.5, 0.93)
    somebody.see_page("mug", lambda scene: scene.comfort.lower)

    somebody.tap(0.78, 0.93)
    somebody.see_page("mug", lambda scene: scene.hint is Hint.ADVISOR_CALLED)
    shelf.wait_for(lambda: _list_events(shelf, "kiosk.advisor") == [{"offer": "mug", "language": "en"}])

    reader.put(make_sticker(bytes.fromhex("04a1b2c3d4e5f6"), "urn:vitrine:member:4711"))
    somebody.see(lambda scene: isinstance(scene, Saved) and scene.offer.id == "mug")
    reader.take_away()
    shelf.wait_for(
        lambda: [(bookmark["offer"], bookmark["language"]) for bookmark in shelf.bookmarks.values()] == [("mug", "en")]
    )

    somebody.tap(0.92, 0.94)
    somebody.see_page("mug", lambda scene: scene.comfort.lower)
    somebody.press(Qt.Key.Key_Escape)
    somebody.see(lambda scene: isinstance(scene, Attract))
    shelf.wait_for(
        lambda: (
            [event["offer"] for event in _list_events(shelf, "kiosk.impression") if event["reason"] == "touch"]
            == ["lamp", "mug", "vase", "mug", "mug"]
        )
    )


def test_nobody_makes_the_glass_flash_by_hammering_at_it(somebody: Somebody) -> None:
    seen = somebody.hammer(Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_Return, times=60)
    times = [at for at, _ in seen]
    assert times[-1] - times[0] > 1
    assert 1 <= max(count_flashes(times, list(cell)) for cell in zip(*(cells for _, cells in seen), strict=True)) <= 3
