"""The loop as the core plays it, by a clock that is always where the next change is due."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from kiosk.contract.instant import Instant
from kiosk.contract.offer import MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.core.advance import advance
from kiosk.core.events import CatalogueChanged, Ticked
from kiosk.core.glass.scene import Attract
from kiosk.core.loop.play import open_floor
from kiosk.core.rules import Rules
from kiosk.offers.catalogue import Catalogue

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def make_mixed_loop(refs: list[MediaRef]) -> CatalogueChanged:
    """A picture, an offer for everybody and a text for each of these pictures."""
    offers = [
        Offer(
            f"o-{number}",
            {"de": f"Angebot {number}", "en": f"Offer {number}"},
            image=ref,
            link=f"https://hub.example/o/{number}",
        )
        for number, ref in enumerate(refs)
    ]
    items = [item for number, ref in enumerate(refs) for item in _make_items(number, ref)]
    return CatalogueChanged(Catalogue(offers), tuple(items))


def play_hurried(loop: CatalogueChanged, rules: Rules) -> Iterator[Attract]:
    """What is on the glass after each change, without end."""
    floor, mono, changes = open_floor(rules, 0.0), 0.0, 0
    shown = floor.scene
    event: CatalogueChanged | Ticked = loop
    while True:
        now = Instant(mono, BEGAN + timedelta(seconds=mono), f"impression-{changes}")
        floor = advance(floor, event, now).floor
        if floor.scene != shown and isinstance(floor.scene, Attract):
            shown, changes = floor.scene, changes + 1
            yield floor.scene
        event, mono = Ticked(), floor.wake_at


def _make_items(number: int, ref: MediaRef) -> tuple[Item, ...]:
    return (
        Item(f"picture-{number}", "image", media=ref),
        Item(f"offer-{number}", "offer", offer=f"o-{number}"),
        Item(f"text-{number}", "text", title={"de": f"Hinweis {number}"}, text={"de": "Im ersten Stock"}),
    )
