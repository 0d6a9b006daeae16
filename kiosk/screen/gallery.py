"""Every scene as a picture, for those who judge how it looks: `python -m kiosk.screen.gallery OUT [THEME]`."""

import sys
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication, QImage

from kiosk import settings
from kiosk.core.glass.scene import Browsing, Offering
from kiosk.screen.place import Place
from kiosk.screen.samples import SAMPLES, SampleShop
from kiosk.screen.sceneries import BRAND, HOUR, SCREEN_NAME, TICKER, Scenery, list_sceneries
from kiosk.screen.window import Ports, Screen, make_application
from kiosk.theming.package import LANGUAGES, Theme
from kiosk.theming.shelf import BUILT_IN, Shelf

SIZES = {"landscape": "1920x1080", "portrait": "1080x1920", "shelf-edge": "1920x360"}


def draw_scenes(
    application: QGuiApplication, theme: Theme, shop: SampleShop, sceneries: Iterable[Scenery], size: str
) -> list[QImage]:
    """Each scene at rest on a glass of this size, such as `1920x1080`."""
    display = settings.Display(fullscreen=False, size=size, reduced_motion=True)
    at_once = replace(theme, tokens=replace(theme.tokens, crossfade_ms=0))
    place, ports = Place(name=SCREEN_NAME, brand=BRAND), Ports(shop.find_file, tell_local=lambda: HOUR)
    screen = Screen(display, at_once, place, ports)
    screen.show(fullscreen=False)
    frames: list[QImage] = []
    for scenery in sceneries:
        if isinstance(scenery.scene, Browsing):
            screen.offer_touch(lambda _wish: None, len(LANGUAGES))
        screen.stage.run_ticker(TICKER[scenery.scene.language])
        screen.stage.show(scenery.scene)
        application.processEvents()
        frames.append(screen.take_screenshot())
    screen.close()
    return frames


def write_gallery(application: QGuiApplication, theme: Theme, out: Path, size_name: str, language: str) -> None:
    """Write a PNG of each scene, and of each sample as an offer, into a folder."""
    shop = SampleShop()
    offers = [shop.make_offer(sample) for sample in SAMPLES]
    sceneries = list_sceneries(shop, language)
    sceneries += tuple(
        Scenery(f"offer-{offer.id}", Offering(offer, language, "i", "s", reader_ready=True)) for offer in offers
    )
    frames = draw_scenes(application, theme, shop, sceneries, SIZES[size_name])
    for scenery, frame in zip(sceneries, frames, strict=True):
        frame.save(str(out / f"{theme.name}-{size_name}-{language}-{scenery.name}.png"))


def main(arguments: list[str]) -> None:
    """Render everything."""
    out, name = Path(arguments[0]), (arguments[1:] or [BUILT_IN])[0]
    out.mkdir(parents=True, exist_ok=True)
    application = make_application(settings.Display())
    theme = Shelf().read(name)
    for size_name in SIZES:
        for language in LANGUAGES:
            write_gallery(application, theme, out, size_name, language)


if __name__ == "__main__":
    main(sys.argv[1:])
