"""What one event leads to."""

from dataclasses import dataclass

from kiosk.core.effects import Effect
from kiosk.core.floor import Floor


@dataclass(frozen=True, slots=True)
class Step:
    """The floor after an event, and the orders that follow from it."""

    floor: Floor
    effects: tuple[Effect, ...] = ()
