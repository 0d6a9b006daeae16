"""When the store wants its glass dark."""

from datetime import datetime

from msgspec import Struct

from kiosk.contract.daypart import Daypart, is_open


class Night(Struct, frozen=True):
    """Windows of the week, in the store's own time, in which the glass is dark; who comes lights it for `awake_s`.

    Without windows there is no night.
    """

    hours: tuple[Daypart, ...] = ()
    awake_s: float = 60.0

    def is_on(self, local: datetime) -> bool:
        """Whether it is night by the store's local time."""
        return bool(self.hours) and is_open(self.hours, local)


NO_NIGHT = Night()
