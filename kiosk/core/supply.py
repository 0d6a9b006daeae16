"""What there is to show: taken in anew, and done without where it cannot be drawn."""

from msgspec.structs import replace

from kiosk.core.events import CatalogueChanged, ShowFailed
from kiosk.core.floor import Floor
from kiosk.core.glass.glass import Glass
from kiosk.core.glass.scene import Offering
from kiosk.core.glass.scene_change import change_scene, end_scene, take_back
from kiosk.core.loop.loop import drop_items, fill_loop
from kiosk.core.scan.scanning import Scanning
from kiosk.offers.catalogue import Catalogue


def take_catalogue(floor: Floor, event: CatalogueChanged) -> Floor:
    """Take the new offers and the new loop."""
    return replace(
        floor,
        catalogue=event.catalogue,
        loop=fill_loop(floor.loop, event.playlist, event.epoch),
        visit=replace(
            floor.visit, contacts_per_day=event.contacts_per_day, place=event.place, visit_url=event.visit_url
        ),
        glass=_renew_offer(floor.glass, event.catalogue),
    )


def drop_unshowable(floor: Floor, event: ShowFailed) -> Floor:
    """Do without what cannot be drawn, until the next catalogue."""
    return replace(
        floor,
        catalogue=floor.catalogue.drop_offer(event.offer) if event.offer else floor.catalogue,
        loop=drop_items(floor.loop, event.item, event.offer),
        scan=Scanning(),
        glass=take_back(floor.glass, floor.rules.languages[0]),
    )


def _renew_offer(glass: Glass, catalogue: Catalogue) -> Glass:
    """An offer that is on screen is shown as it is now, or ends if it is no more."""
    scene = glass.scene
    if not isinstance(scene, Offering):
        return glass
    offer = catalogue.get_offer(scene.offer.id)
    return change_scene(glass, replace(scene, offer=offer)) if offer else end_scene(glass)
