"""A shop floor to play through: offers, shoppers and a clock that a test turns by hand."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from kiosk.contract.credential import Credential
from kiosk.contract.instant import Instant
from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, MediaRef, Offer
from kiosk.contract.playlist import Item
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY, Shopper
from kiosk.core.advance import advance
from kiosk.core.effects import Effect
from kiosk.core.events import CatalogueChanged, Event, ShopperNear, ShoppersChanged
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Offering, Scene
from kiosk.core.glass.scene_change import set_end
from kiosk.core.loop.play import open_floor
from kiosk.core.rules import Rules
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PICTURE = MediaRef("/v1/media/a.webp", "a" * 64, 10)
CARD = Credential("uid", "c" * 64)
OTHER_CARD = Credential("uid", "d" * 64)

RULES = Rules(
    store="berlin",
    screen="window-1",
    zones=frozenset({"shoes"}),
    languages=("de", "en"),
    time_zone=ZoneInfo("Europe/Berlin"),
    offer_min_s=6,
    offer_max_s=45,
    linger_s=4,
    saved_s=15,
    cooldown_s=600,
    hint_s=5,
)

BOOTS = Offer("boots", {"de": "Stiefel", "en": "Boots"}, image=PICTURE, audience=Audience(all=("outdoor",)), priority=5)
SOCKS = Offer("socks", {"de": "Socken", "en": "Socks"}, image=PICTURE, audience=Audience(all=("outdoor",)))
MUG = Offer("mug", {"de": "Becher", "en": "Mug"}, image=PICTURE, price=Money(Decimal("12.90"), "EUR"))
POSTER = Item("poster", "image", media=PICTURE, seconds=10)
MUG_ITEM = Item("mug-item", "offer", offer="mug", seconds=8)


def make_shopper(key: str, *segments: str, language: str | None = None) -> Shopper:
    """A shopper who consented to everything."""
    consents = frozenset({PROXIMITY, PERSONAL_OFFERS})
    return Shopper(key, segments=frozenset(segments), language=language, consents=consents)


def make_offer(name: str, priority: int = 0) -> Offer:
    """An offer for everybody."""
    return Offer(name, {"de": name, "en": name}, image=PICTURE, priority=priority)


def let_end(floor: Floor, ends_at: float) -> Floor:
    """The same floor, whose scene has had its time then (seconds from the start)."""
    return replace(floor, glass=set_end(floor.glass, ends_at))


@dataclass
class Play:
    """Sends events through the core, one after the other, at times that the test names (seconds from the start)."""

    floor: Floor = field(default_factory=lambda: open_floor(RULES, 0.0))
    time: float = 0.0
    steps: int = 0
    effects: list[Effect] = field(default_factory=list[Effect])

    @classmethod
    def of_shop(
        cls, offers: tuple[Offer, ...] = (BOOTS, MUG), playlist: tuple[Item, ...] = (POSTER, MUG_ITEM)
    ) -> "Play":
        """A screen that plays the loop and knows two outdoor shoppers and one who likes nothing in particular."""
        play = cls()
        shoppers = (
            make_shopper("anna", "outdoor", language="en"),
            make_shopper("ben", "outdoor"),
            make_shopper("cleo", language="fr"),
        )
        play.send(CatalogueChanged(Catalogue(offers), playlist))
        play.send(ShoppersChanged(Crowd({shopper.key: shopper for shopper in shoppers})))
        return play

    @property
    def scene(self) -> Scene:
        """What the glass shows."""
        return self.floor.scene

    def send(self, event: Event, at: float | None = None) -> tuple[Effect, ...]:
        """Let an event happen, and tell the orders that follow."""
        self.time = self.time if at is None else at
        self.steps += 1
        now = Instant(self.time, MONDAY + timedelta(seconds=self.time), f"id-{self.steps}")
        step = advance(self.floor, event, now)
        self.floor = step.floor
        self.effects.extend(step.effects)
        return step.effects

    def bring(self, shopper: str = "anna", at: float = 1.0) -> Offering:
        """Let somebody come near, and tell the offer that she is shown."""
        self.send(ShopperNear(shopper, "shoes", heard_at=at, trigger="t-1", distance_m=1.0), at=at)
        assert isinstance(self.scene, Offering)
        return self.scene
