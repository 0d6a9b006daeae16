"""What stands on the shelf that the screen hangs on, and what the glass says of it."""

from msgspec import Struct

from kiosk.contract.instant import NEVER
from kiosk.contract.shelf_price import ShelfPrice
from kiosk.core.effects import ShowShelf


class Shelf(Struct, frozen=True):
    """`prices` hold until that monotonic time in seconds; `shown` is what the glass was ordered to say of them."""

    prices: tuple[ShelfPrice, ...] = ()
    hold_until: float = -NEVER
    shown: ShowShelf = ShowShelf()

    @property
    def wake_at(self) -> float:
        """When what is shown holds no longer, in monotonic seconds."""
        return self.hold_until if self.shown.hold else NEVER
