from kiosk.app.observer import NOBODY
from kiosk.core.effects import AnnounceShown
from kiosk.core.events import ShopperLeft
from kiosk.core.glass.scene import Attract


def test_nobody_hears_of_everything_and_does_nothing() -> None:
    NOBODY.on_seen(Attract(None, None, "de", ""))
    NOBODY.on_presence(ShopperLeft("s", "shoes"))
    NOBODY.on_said(AnnounceShown("i-1", None, None, "loop", heard_at=0.0), 1.0)
    assert (NOBODY.on_key, NOBODY.keys, NOBODY.open_reader) == (None, "", None)
