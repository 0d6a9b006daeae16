"""The shop floor before one screen: everything that the next decision depends on."""

from collections.abc import Mapping

from msgspec import Struct, field

from kiosk.contract.instant import Instant
from kiosk.contract.shopper import Shopper
from kiosk.core.events import SOMEBODY
from kiosk.core.glass.glass import Glass
from kiosk.core.glass.scene import Scene
from kiosk.core.loop.loop import Loop
from kiosk.core.notice.posted import Posted
from kiosk.core.rules import Rules
from kiosk.core.scan.scanning import Scanning
from kiosk.core.shelf.shelf import Shelf
from kiosk.core.touch.interaction import Interaction
from kiosk.core.visit.visit import Visit
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.crowd import Crowd
from kiosk.offers.shown import Shown
from kiosk.offers.situation import Situation


class Floor(Struct, frozen=True):
    """State of one screen; immutable, each step makes a new one. What is of one folder's concern is named like it."""

    rules: Rules
    glass: Glass
    catalogue: Catalogue = field(default_factory=Catalogue)
    crowd: Crowd = Crowd({})
    notice: Posted = Posted()
    visit: Visit = Visit()
    touch: Interaction = Interaction()
    loop: Loop = Loop()
    shelf: Shelf = Shelf()
    scan: Scanning = Scanning()

    @property
    def scene(self) -> Scene:
        """What the glass shows."""
        return self.glass.showing.scene

    @property
    def shoppers(self) -> Mapping[str, Shopper]:
        """The opted-in shoppers, by their pseudonym."""
        return self.crowd.shoppers

    @property
    def wake_at(self) -> float:
        """When the core wants to be ticked next, in monotonic seconds; `NEVER`: it waits for events."""
        return min(self.glass.wake_at, self.shelf.wake_at, self.scan.wake_at)

    def admits(self, shopper: str) -> bool:
        """Whether this pseudonym may be shown an offer: one on the list, or somebody of whom nothing is known."""
        return shopper == SOMEBODY or shopper in self.shoppers

    def describe(self, shopper: str | None, now: Instant, shown: Shown | None = None) -> Situation:
        """The situation in which an offer for this shopper (`None`: anybody) would be shown.

        `shown` stands in for what the screen remembers to have shown.
        """
        return Situation(
            zones=self.rules.zones,
            local=self.rules.tell_local(now),
            mono=now.mono,
            shopper=self.shoppers.get(shopper) if shopper else None,
            shown=shown or self.visit.shown,
            cooldown_s=self.rules.cooldown_s,
            policy=self.rules.policy.cap_contacts(self.visit.contacts_per_day),
        )
