"""The sample shop: products with pictures and words, for those who judge how a screen looks."""

import hashlib
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from kiosk.contract.money import Money, UnitPrice
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.places import find_shipped

LINK = "https://hub.example/o/beispiel-7f3a"


class Sample(Struct, frozen=True):
    """A product of the shipped pictures with what a shop would say about it, in German and in English."""

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


def _euro(amount: str | None) -> Money | None:
    return Money(Decimal(amount), "EUR") if amount else None


SHELF = (
    ShelfPrice(code="04012345000160", title={"de": "Rhabarberschorle 0,5 l", "en": "Rhubarb spritzer 0.5 l"},
               price=Money(Decimal("1.19"), "EUR"), unit_price=UnitPrice(Decimal("2.38"), "EUR", "1 l"),
               was=_euro("1.49"), lowest_30d=_euro("1.39"), deposit=_euro("0.15")),
    ShelfPrice(code="04012345000177", title={"de": "Glühwein vom Winzer", "en": "Mulled wine from the vineyard"},
               price=Money(Decimal("7.90"), "EUR"), unit_price=UnitPrice(Decimal("10.53"), "EUR", "1 l")),
    ShelfPrice(code="281001", title={"de": "Earl Grey, lose", "en": "Earl Grey, loose"},
               price=Money(Decimal("59.00"), "EUR"), sold_per="kg"),
    ShelfPrice(code="04012345000184", title={"de": "Apfelsaft, naturtrüb", "en": "Cloudy apple juice"},
               price=Money(Decimal("2.49"), "EUR"), was=_euro("2.99"), lowest_30d=_euro("2.99"),
               deposit=_euro("0.15")),
    ShelfPrice(code="04012345000191", title={"de": "Kaffeevollautomat mit Milchaufschäumer",
               "en": "Fully automatic coffee maker with milk frother"}, price=Money(Decimal("1189.00"), "EUR")),
)  # fmt: skip  # a table reads better than its formatted form
"""What stands on a shelf: reduced, by the litre, by the kilogram, with a deposit, and with a long name."""


class SampleShop:
    """Knows the samples as a catalogue would state them, and where their pictures lie."""

    def __init__(self) -> None:
        pictures = sorted((find_shipped("assets") / "pictures").glob("*.webp"))
        self._files = {_hash_file(path): path for path in pictures}
        self._refs = {path.stem: MediaRef(path.name, key, path.stat().st_size) for key, path in self._files.items()}

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


def _hash_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
