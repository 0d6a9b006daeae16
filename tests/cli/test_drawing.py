from pathlib import Path

from kiosk.cli.drawing import SIZES, write_pictures
from kiosk.screen.gallery.samples import SampleShop
from kiosk.screen.gallery.sceneries import Scenery, list_sceneries
from kiosk.theming.shelf import Shelf


def test_what_is_picked_is_written_for_the_side_that_it_is_picked_for(tmp_path: Path) -> None:
    def pick(shop: SampleShop) -> list[tuple[str, Scenery]]:
        night = next(scenery for scenery in list_sceneries(shop, "de") if scenery.name == "night")
        return [("portrait", night)]

    write_pictures(Shelf().read("night"), pick, tmp_path / "made" / "here")

    assert [path.name for path in (tmp_path / "made" / "here").iterdir()] == ["night-portrait.webp"]
    assert set(SIZES) == {"landscape", "portrait"}
