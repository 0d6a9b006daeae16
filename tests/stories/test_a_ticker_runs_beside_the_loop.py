"""A store wants a bar and a ticker: a theme of three lines has them, and the manager's folder says what runs."""

import base64
import json
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.deadline import wait_until
from tests.doubles.pictures import draw_picture
from tests.doubles.running_screen import RunningScreen
from tests.stories.conftest import Fitter

THEME = """\
id = "ours"
title = "Ours"
author = "The store"
licence = "CC0-1.0"
version = "1.0"
theme_api = 1
extends = "market"
layout = {bar = "bottom", ticker = "bottom"}
"""
TICKER = 'seconds = 1\n[hours]\nticker = "Heute bis 20 Uhr"\n'
BAND = (0, 337, 640, 360)
"""Of a glass of 640x360."""


def look(screen: RunningScreen, manager: Bystander, number: int) -> Image.Image:
    base = f"kiosk/v1/berlin-mitte/{screen.name}"
    manager.say(f"{base}/command", json.dumps({"id": f"c-{number}", "do": "screenshot"}).encode())
    answer = json.loads(manager.wait_for_topic(f"{base}/answer", number)[-1])
    return Image.open(BytesIO(base64.b64decode(answer["image"]))).convert("RGB")


def count_ink(picture: Image.Image, left: int, right: int) -> int:
    """Light pixels of the band between two places."""
    part = picture.crop((left, BAND[1], right, BAND[3])).convert("L")
    return sum(part.histogram()[128:])


def test_texts_of_the_folder_run_between_the_stores_name_and_the_time(fitter: Fitter, tmp_path: Path) -> None:
    (tmp_path / "themes" / "ours").mkdir(parents=True)
    (tmp_path / "themes" / "ours" / "theme.toml").write_text(THEME)
    folder = tmp_path / "loop"
    folder.mkdir()
    (folder / "1.png").write_bytes(draw_picture(colour="red", size=(64, 36)))
    own = {"theme.dir": str(tmp_path / "themes"), "theme.name": "ours", "store.name": "Lindner"}
    screen = fitter.make({**own, "loop.folder": str(folder), "nfc.device": "none"})
    screen.open()
    with stand_by(fitter.broker, f"kiosk/v1/berlin-mitte/{screen.name}/answer") as manager:
        before = look(screen, manager, 1)
        assert count_ink(before, 30, 120) > 0, "the name"
        assert count_ink(before, 560, 620) > 0, "the time"
        assert count_ink(before, 200, 500) == 0

        (folder / "playlist.toml").write_text(TICKER)
        numbers = iter(range(2, 100))
        wait_until(lambda: count_ink(look(screen, manager, next(numbers)), 200, 500) > 0)
        screen.expect_loop()
