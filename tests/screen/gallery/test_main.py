from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.places import find_shipped
from kiosk.screen.gallery.__main__ import main, write_gallery
from kiosk.screen.gallery.samples import SAMPLES
from kiosk.screen.gallery.sceneries import CAPTIONS
from kiosk.theming.package import read_theme


def test_a_picture_of_each_scene_and_of_each_sample_is_written(application: QGuiApplication, tmp_path: Path) -> None:
    write_gallery(application, read_theme(find_shipped("themes") / "market"), tmp_path, "shelf-edge", "de")
    written = {path.stem.removeprefix("market-shelf-edge-de-") for path in tmp_path.iterdir()}
    assert written == {*CAPTIONS, *(f"offer-{sample.name}" for sample in SAMPLES)}
    assert QImage(str(tmp_path / "market-shelf-edge-de-still.png")).width() == 1920


def test_who_asks_for_help_gets_no_pictures(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    assert "the folder for the pictures" in capsys.readouterr().out
