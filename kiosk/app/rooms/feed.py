"""Makes the room that hears from the gateways who is near."""

from collections.abc import Callable

from kiosk.app.clocks import tell_mono, tell_wall
from kiosk.app.givens import Givens
from kiosk.core.fault import FaultSink
from kiosk.mqtt.address import name_client
from kiosk.proximity.calibration import Calibration
from kiosk.proximity.choice import choose_profile
from kiosk.proximity.feed import Feed, Hearing


def make_feed(givens: Givens, wake: Callable[[], None], faults: FaultSink) -> Feed | None:
    """The feed; `None`: by the settings nobody is listened to. `wake` is called when it has heard something."""
    settings = givens.settings
    proximity = settings.proximity
    profile = choose_profile(proximity.profile, settings.mapping)
    if profile is None:
        return None
    client_id = name_client(settings.store.id, settings.screen.id, "feed")
    calibration = Calibration(settings.screen.zones, proximity.gateways)
    hearing = Hearing(profile, calibration, client_id, givens.key, lambda: tell_wall().timestamp(), proximity.topics)
    feed = Feed(givens.address, hearing, wake, faults, tell_mono)
    feed.set_shoppers(givens.remembered.shoppers)
    return feed
