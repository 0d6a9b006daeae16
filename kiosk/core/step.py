"""What one event leads to."""

from msgspec import Struct

from kiosk.core.effects import Effect
from kiosk.core.floor import Floor


class Step(Struct, frozen=True):
    """The floor after an event, and the orders that follow from it."""

    floor: Floor
    effects: tuple[Effect, ...] = ()
