"""What the screen remembers of shoppers, and when it forgets."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.floor import Floor
from kiosk.core.glass.scene import Offering
from kiosk.core.glass.scene_change import end_scene
from kiosk.offers.crowd import Crowd
from kiosk.offers.shown import Shown


def take_shoppers(floor: Floor, crowd: Crowd) -> Floor:
    """Take the new list; whoever withdrew is forgotten at once, and her offer goes."""
    listed = replace(floor, crowd=crowd)
    visitors = tuple(who for who in floor.visit.visitors if listed.admits(who.shopper))
    shown = floor.visit.shown.keep_only(crowd.shoppers)
    greeted = tuple(one for one in floor.visit.greeted if one.is_card or listed.admits(one.who))
    changed = replace(listed, visit=replace(floor.visit, visitors=visitors, shown=shown, greeted=greeted))
    if isinstance(floor.scene, Offering) and not changed.admits(floor.scene.shopper):
        return replace(changed, glass=end_scene(floor.glass))
    return changed


def recall_shown(floor: Floor, shown: Shown) -> Floor:
    """Take up what was shown before; to who withdrew meanwhile nothing was, unless the list itself was lost."""
    recalled = shown.keep_only(floor.shoppers) if floor.shoppers else shown
    return replace(floor, visit=replace(floor.visit, shown=recalled))


def forget_past(floor: Floor, now: Instant) -> Floor:
    """Forget what is of no use any more, though nobody comes."""
    shown = floor.visit.shown.forget_past(now.mono)
    return floor if shown is floor.visit.shown else replace(floor, visit=replace(floor.visit, shown=shown))
