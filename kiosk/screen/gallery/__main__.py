"""Every scene as a picture, for those who judge how it looks: `python -m kiosk.screen.gallery OUT [THEME]`."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk import settings
from kiosk.core.glass.scene import Offering
from kiosk.screen.display.application import make_application
from kiosk.screen.gallery.drawing import SIZES, draw_scenes
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from kiosk.screen.gallery.sceneries import Scenery, list_sceneries
from kiosk.theming.package import LANGUAGES, Theme
from kiosk.theming.shelf import BUILT_IN, Shelf


def write_gallery(application: QGuiApplication, theme: Theme, out: Path, size_name: str, language: str) -> None:
    """Write a PNG of each scene, and of each sample as an offer, into a folder."""
    shop = SampleShop()
    offers = [shop.make_offer(sample) for sample in SAMPLES]
    sceneries = list_sceneries(shop, language)
    sceneries += tuple(
        Scenery(f"offer-{offer.id}", Offering(offer, language, "i", "s", reader_ready=True)) for offer in offers
    )
    frames = draw_scenes(application, theme, shop.find_file, sceneries, SIZES[size_name])
    for scenery, frame in zip(sceneries, frames, strict=True):
        frame.save(str(out / f"{theme.name}-{size_name}-{language}-{scenery.name}.png"))


def main(arguments: list[str]) -> None:
    """Render everything."""
    parser = ArgumentParser("python -m kiosk.screen.gallery", description="Draw every scene of a theme as a picture.")
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("theme", nargs="?", default=BUILT_IN, help="the theme's name")
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    application = make_application(settings.Display())
    theme = Shelf().read(asked.theme)
    for size_name in SIZES:
        for language in LANGUAGES:
            write_gallery(application, theme, asked.out, size_name, language)


if __name__ == "__main__":
    main(sys.argv[1:])
