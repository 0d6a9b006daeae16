"""Somebody who looks over the screen's shoulder: the demo and the bench."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from kiosk.core.effects import Announcement
from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.core.glass.scene import Scene

if TYPE_CHECKING:
    # The reader's modules are loaded where there is a reader, and after the first frame.
    from kiosk.nfc.ports import Frontend


class Observer(Struct, frozen=True):
    """What it wants to see, and what it puts in the place of real things.

    `on_key` hears the keys, `keys` is the line on the glass that explains them, `on_seen` is told each scene after its
    first frame, `on_presence` who comes near and who leaves. `on_said` hears each announcement with the monotonic time
    (seconds) at which its frame was swapped. `open_reader` takes the place of the card reader's driver.
    """

    on_key: Callable[[str], None] | None = None
    keys: str = ""
    on_seen: Callable[[Scene], None] = lambda _scene: None
    on_presence: Callable[[ShopperNear | ShopperLeft], None] = lambda _event: None
    on_said: Callable[[Announcement, float], None] = lambda _said, _swapped_at: None
    open_reader: "Callable[[str], Frontend] | None" = None


NOBODY = Observer()
