"""Every scene as a picture, for those who judge how it looks: `python -m kiosk.screen.gallery OUT`."""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk import settings
from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.core.scene import Attract, Hint, Offering, Saved, Scene
from kiosk.places import find_shipped
from kiosk.screen.stage import Place, Stage
from kiosk.screen.window import Ports, Screen, make_application
from kiosk.theming.shelf import find_theme

SIZES = {"landscape": "1920x1080", "portrait": "1080x1920"}
CROSSFADE_MS = 1100
LINK = "https://hub.example/o/beispiel-7f3a"


@dataclass(frozen=True, slots=True)
class Sample:
    """A product of the demo shop's pictures with what a shop would say about it."""

    name: str
    title: tuple[str, str]
    text: tuple[str, str]
    price: str
    was: str | None = None
    lowest: str | None = None


SAMPLES = (
    Sample("mug", ("Steinzeugbecher", "Stoneware mug"),
           ("Von Hand gedreht und matt glasiert, für den ersten Kaffee des Tages.",
           "Thrown by hand, with a matt glaze, for the first coffee of the day."), "22.90", "29.90", "29.90"),
    Sample("candle", ("Duftkerze im Glas", "Scented candle"),
           ("Zeder, Bernstein und ein Hauch Rauch.", "Cedar, amber and a breath of smoke."), "24.00"),
    Sample("headphones", ("Kabellose Kopfhörer", "Wireless headphones"),
           ("Dreißig Stunden Musik und sehr viel Ruhe.", "Thirty hours of music and a great deal of quiet."),
           "249.00", "329.00", "299.00"),
    Sample("watch", ("Armbanduhr „Linie“", "Linie wristwatch"),
           ("Saphirglas, Lederband, ein Werk für Jahrzehnte.", "Sapphire glass, leather strap, built for decades."),
           "1189.00"),
    Sample("perfume", ("Eau de Parfum", "Eau de parfum"),
           ("Rose, Pfeffer, warme Haut.", "Rose, pepper, warm skin."), "79.90", "99.90", "89.90"),
    Sample("lamp", ("Tischleuchte aus Opalglas", "Opal glass table lamp"),
           ("Macht jeden Abend zu einem langen.", "Turns every evening into a long one."), "189.00"),
    Sample("vase", ("Vase „Feder“", "Feather vase"),
           ("Gerillte Keramik in Kreideweiß.", "Ribbed ceramic in chalk white."), "39.50"),
    Sample("knits", ("Strickdecken aus Merino", "Merino throws"),
           ("Drei Farben, ein Winter.", "Three colours, one winter."), "119.00", "149.00", "129.00"),
    Sample("teapot", ("Teekanne", "Teapot"), ("Für vier Tassen und ein langes Gespräch.",
           "Four cups and a long conversation."), "64.00"),
)  # fmt: skip  # a table reads better than its formatted form


class Gallery:
    """Renders scenes of the sample shop into a folder."""

    def __init__(self, out: Path) -> None:
        self._out = out
        pictures = sorted((find_shipped("assets") / "pictures").glob("*.webp"))
        self._files = {_hash_file(path): path for path in pictures}
        self._refs = {path.stem: MediaRef(path.name, key, path.stat().st_size) for key, path in self._files.items()}

    def render(
        self, application: QGuiApplication, orientation: str, languages: tuple[str, ...], samples: int = len(SAMPLES)
    ) -> None:
        """Write a PNG of each scene in one orientation, with the first so many samples."""
        display = settings.Display(fullscreen=False, size=SIZES[orientation], reduced_motion=True)
        theme = find_theme(settings.Theme()).theme
        screen = Screen(display, theme, Place(), Ports(self.find_file))
        screen.show(fullscreen=False)
        for language in languages:
            for name, scene in self._list_scenes(language, samples):
                screen.stage.show(scene)
                wait_for_crossfade(application, screen.stage)
                screen.grab(self._out / f"{orientation}-{language}-{name}.png")
        screen.close()

    def find_file(self, ref: MediaRef) -> Path | None:
        """Where a sample's picture lies."""
        return self._files.get(ref.sha256)

    def make_offer(self, sample: Sample) -> Offer:
        """The sample as the catalogue would state it."""
        return Offer(
            id=sample.name,
            title=dict(zip(("de", "en"), sample.title, strict=True)),
            text=dict(zip(("de", "en"), sample.text, strict=True)),
            price=_euro(sample.price),
            was=_euro(sample.was),
            lowest_30d=_euro(sample.lowest),
            image=self._refs.get(f"{sample.name}-landscape"),
            image_portrait=self._refs.get(f"{sample.name}-portrait"),
            unit={"de": "220 g", "en": "220 g"} if sample.name == "candle" else {},
            unit_price=UnitPrice(Decimal("10.91"), "EUR", "100 g") if sample.name == "candle" else None,
            link=LINK,
        )

    def _list_scenes(self, language: str, samples: int) -> Iterator[tuple[str, Scene]]:
        offers = [self.make_offer(sample) for sample in SAMPLES[:samples]]
        yield "still", Attract(None, None, language, "i")
        for offer in offers:
            item = Item(offer.id, "offer", offer=offer.id)
            yield f"attract-{offer.id}", Attract(item, offer, language, "i", reader_ready=True)
            yield f"offering-{offer.id}", Offering(offer, language, "i", "s", reader_ready=True)
        yield "hint", Offering(offers[0], language, "i", "s", reader_ready=True, hint=Hint.USE_CODE)
        yield "saved", Saved(offers[0], language, "b")
        yield "saved-claim", Saved(offers[0], language, "b", claim_url="https://hub.example/c/7f3a2b")
        yield "saved-again", Saved(offers[-1], language, "b", claim_url="https://hub.example/c/7f3a2b", again=True)


def wait_for_crossfade(application: QGuiApplication, stage: Stage) -> None:
    """Let the loop's crossfade come to its end: nothing else moves in a gallery."""
    timer = QTimer()
    timer.setSingleShot(True)
    timer.start(CROSSFADE_MS if stage.property("scene") == "attract" else 0)
    while timer.isActive():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _euro(amount: str | None) -> Money | None:
    return Money(Decimal(amount), "EUR") if amount else None


def _hash_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(arguments: list[str]) -> None:
    """Render everything."""
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    application = make_application(settings.Display())
    for orientation in SIZES:
        Gallery(out).render(application, orientation, ("de", "en"))


if __name__ == "__main__":
    main(sys.argv[1:])
