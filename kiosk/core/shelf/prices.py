"""Which prices the shelf may say: those that were heard, for as long as they hold."""

from msgspec.structs import replace

from kiosk.contract.instant import Instant
from kiosk.core.effects import ShowShelf
from kiosk.core.events import PricesHeard
from kiosk.core.floor import Floor
from kiosk.core.step import Step


def stock_shelf(floor: Floor, heard: PricesHeard) -> Floor:
    """Take in what stands there."""
    return replace(floor, shelf=replace(floor.shelf, prices=heard.prices, hold_until=heard.hold_until))


def show_shelf(step: Step, now: Instant) -> Step:
    """Order what the glass is to say, where it says something else: a price that holds no longer goes."""
    floor, shelf = step.floor, step.floor.shelf
    holds, language = now.mono < shelf.hold_until, floor.rules.languages[0]
    due = ShowShelf(shelf.prices, holds, language) if shelf.prices else ShowShelf()
    if due == shelf.shown:
        return step
    return Step(replace(floor, shelf=replace(shelf, shown=due)), (*step.effects, due))
