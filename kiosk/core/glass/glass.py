"""The glass of one screen: what stands on it, what stood there before, and when it changes by itself."""

from msgspec import Struct

from kiosk.contract.instant import NEVER
from kiosk.core.glass.scene import Scene
from kiosk.core.glass.showing import Showing


class Glass(Struct, frozen=True):
    """`showing` is on it, `earlier` was, newest first; `reader_ready`: a card can be tapped beside it.

    `hint_until` is when the scene's hint goes, `identify_until` when the screen's name does, `awake_until` when a glass
    that somebody lit may fall dark: all in monotonic seconds, `NEVER` where there is nothing of the kind.
    """

    showing: Showing
    earlier: tuple[Showing, ...] = ()
    reader_ready: bool = False
    hint_until: float = NEVER
    identify_until: float = NEVER
    awake_until: float = NEVER

    @property
    def scene(self) -> Scene:
        """What stands on it."""
        return self.showing.scene

    @property
    def wake_at(self) -> float:
        """When it must be looked at again, in monotonic seconds; `NEVER`: not before something happens."""
        return min(self.showing.until, self.hint_until, self.identify_until, self.awake_until)

    def find_showing(self, at: float) -> Showing | None:
        """What stood on it at that monotonic time, as far as it is remembered."""
        return next((showing for showing in (self.showing, *self.earlier) if showing.since <= at), None)
