from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.glass.scene import Attract, Browsing, Notice, Offering, Saved, Scene
from kiosk.core.notice.bulletin import Bulletin
from kiosk.shop.screenshots import REST_MS, Screenshots, name_scene
from tests.doubles.shop_floor import BOOTS, MUG, MUG_ITEM


@pytest.mark.parametrize(
    ("scene", "name"),
    [
        (Attract(None, None, "de", ""), "standby"),
        (Attract(MUG_ITEM, MUG, "de", "i"), "attract-mug-item"),
        (Offering(BOOTS, "en", "i", "s"), "offering-boots-en"),
        (Browsing(MUG, "de", "i"), "browsing-mug-de"),
        (Saved(BOOTS, "de", "b"), "saved-boots"),
        (Saved(BOOTS, "de", "b", "https://hub.example/c"), "saved-boots-code"),
        (Notice(Bulletin({"": "Raus"}), ("Raus",), "de", "i"), "notice"),
    ],
)
def test_a_picture_is_named_after_what_it_shows(scene: Scene, name: str) -> None:
    assert name_scene(scene) == name


def test_a_scene_is_taken_once_and_when_it_rests(tmp_path: Path, qtbot: QtBot) -> None:
    taken: list[Path] = []
    screenshots = Screenshots(tmp_path / "out", taken.append)
    screenshots.see(Attract(None, None, "de", ""))
    screenshots.see(Attract(MUG_ITEM, MUG, "de", "i"))
    qtbot.waitUntil(lambda: bool(taken), timeout=REST_MS * 4)
    screenshots.see(Attract(MUG_ITEM, MUG, "de", "j"))
    assert taken == [tmp_path / "out" / "01-attract-mug-item.png"]
    assert screenshots.taken == ["attract-mug-item"]
