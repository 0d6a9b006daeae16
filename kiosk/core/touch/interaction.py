"""What somebody at the glass has asked of it so far."""

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.instant import NEVER
from kiosk.core.events import Touched
from kiosk.core.touch.browse import Browse


class Interaction(Struct, frozen=True):
    """`browse` stays while its scene gives way to a kept offer or a notice; `last` is the last touch that was heeded.

    From `next_call_at` on, in monotonic seconds, an advisor may be called again.
    """

    browse: Browse | None = None
    last: Touched | None = None
    next_call_at: float = -NEVER


def note_presence(touch: Interaction, at: float) -> Interaction:
    """Count whoever browses as having been there at that monotonic time, or as waiting until then."""
    return replace(touch, browse=replace(touch.browse, touched_at=at)) if touch.browse else touch
