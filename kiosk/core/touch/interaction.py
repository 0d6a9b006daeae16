"""What somebody at the glass has asked of it so far."""

from msgspec import Struct

from kiosk.contract.instant import NEVER
from kiosk.core.events import Touched
from kiosk.core.touch.browse import Browse


class Interaction(Struct, frozen=True):
    """`browse` stays while its scene gives way to a kept offer or a notice; `last` is the last touch that was heeded.

    From `next_call_at` on, in monotonic seconds, an advisor may be called again. Text is larger for whoever is
    there until `larger_until`, likewise.
    """

    browse: Browse | None = None
    last: Touched | None = None
    next_call_at: float = -NEVER
    larger_until: float = -NEVER
