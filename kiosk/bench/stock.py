"""What the measured screens show, and to whom: offers with real pictures and members with beacons, all on disk.

It is what a screen keeps of its last good sync, so that a measurement needs no loyalty API and no network.
"""

import hashlib
import shutil
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import msgspec

from kiosk.bench.bare_offer import ZONE, BareOffer
from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.loyalty.last_good import LastGood
from kiosk.places import find_shipped

STORE, SCREEN = "bench", "window-1"
OFFERS = 8
"""So many pictures at 1080p stay decoded at once, in the screen and in the bare program alike."""
ITEM_S = 3600.0
_KEY = bytes(range(32))
"""Hashes the beacons of nobody: the members are made up."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Where it lies: the screen's state folder and store key, and the bare program's list of offers."""

    state: Path
    key_file: Path
    bare_file: Path
    members: int

    def list_settings(self) -> list[str]:
        """The settings of a screen that shows it, each event at once, with no network but the broker's."""
        return [
            f"store.id={STORE}",
            f"store.key_file={self.key_file}",
            f"screen.id={SCREEN}",
            f"screen.zones={ZONE}",
            f"state.dir={self.state}",
            "loyalty.url=http://127.0.0.1:9",
            "loyalty.poll_s=3600",
            "display.fullscreen=false",
            "proximity.dwell_s=0",
            "proximity.leave_s=1",
            "pacing.offer_min_s=0",
            "pacing.offer_max_s=3600",
            "pacing.linger_s=0",
            "pacing.cooldown_s=0",
        ]


def make_stock(folder: Path, members: int) -> Stock:
    """Write it: `members` members who may each be met once, the offers that they share, and a loop of one picture."""
    state, key_file, bare_file = folder / "state", folder / "store.key", folder / "offers.json"
    pictures = sorted((find_shipped("assets") / "pictures").glob("*-landscape.webp"))
    (state / "media").mkdir(parents=True)
    loop, *refs = [shelve(picture, state / "media") for picture in pictures]
    offers = [_make_offer(number, refs[number % len(refs)]) for number in range(OFFERS)]
    items = [Item("loop", "image", media=loop, seconds=ITEM_S)]
    last_good = LastGood(state, STORE)
    catalogue = {"store": STORE, "offers": offers, "playlist": items}
    last_good.save_catalogue(msgspec.json.encode(catalogue), None)
    last_good.save_shoppers("bench", [_make_member(number) for number in range(members)])
    key_file.write_text(_KEY.hex(), encoding="ascii")
    first = BareOffer("loop", "", "", "", "", str(state / "media" / loop.sha256))
    bare_file.write_bytes(msgspec.json.encode([first, *(_strip(offer, state / "media") for offer in offers)]))
    return Stock(state, key_file, bare_file, members)


def name_beacon(number: int) -> str:
    """The raw id of a member's beacon; the member's offer is `number` modulo `OFFERS`."""
    return f"bench:{number}"


def name_offer(number: int) -> str:
    """The id of the offer that this member is shown."""
    return f"o-{number % OFFERS}"


def shelve(picture: Path, media: Path) -> MediaRef:
    """Put it where the screen keeps what it fetched."""
    digest = hashlib.sha256(picture.read_bytes()).hexdigest()
    shutil.copyfile(picture, media / digest)
    return MediaRef(picture.name, digest, picture.stat().st_size)


def _make_offer(number: int, ref: MediaRef) -> Offer:
    return Offer(
        id=name_offer(number),
        title={"de": f"Angebot Nummer {number}", "en": f"Offer number {number}"},
        text={"de": "Von Hand gedreht und gesprenkelt glasiert.", "en": "Thrown by hand, glazed in speckled cream."},
        price=Money(Decimal(f"{19 + number}.90"), "EUR"),
        image=ref,
        audience=Audience(all=(f"s-{number}",)),
        link=f"https://hub.example/o/angebot-{number}",
    )


def _make_member(number: int) -> Shopper:
    beacon = hash_id(_KEY, "proximity", normalise_proximity_id(name_beacon(number)))
    return Shopper(
        key=f"m-{number}",
        proximity=(beacon,),
        segments=frozenset({f"s-{number % OFFERS}"}),
        language="de",
        consents=frozenset({PROXIMITY, PERSONAL_OFFERS}),
    )


def _strip(offer: Offer, media: Path) -> BareOffer:
    price = f"{offer.price.amount} €" if offer.price else ""
    picture = str(media / (offer.image.sha256 if offer.image else ""))
    return BareOffer(offer.id, offer.title["de"], offer.text["de"], price, offer.link or "", picture)
