"""Where somebody is who leafs through the offers."""

from msgspec import Struct

from kiosk.core.glass.scene import Comfort


class Browse(Struct, frozen=True):
    """The offer's id, and how she likes it. She counts as gone some time after `touched_at`, in monotonic seconds."""

    offer: str
    language: str
    touched_at: float = 0.0
    comfort: Comfort = Comfort()
