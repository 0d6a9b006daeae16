import pytest

from kiosk.app.presence import NEVER, Presence
from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import Tracker


def sight(heard_at: float) -> Sighting:
    return Sighting("anna", "shoes", distance_m=0.5, heard_at=heard_at, rssi=-50)


@pytest.fixture
def presence() -> Presence:
    return Presence(Tracker(near_m=2.0, far_factor=2.0, dwell_s=0.5, leave_s=8.0))


def test_without_a_feed_nobody_is_near(presence: Presence) -> None:
    assert presence.perceive(1.0) == []
    assert presence.next_due() == NEVER


def test_what_the_feed_heard_becomes_who_is_near_and_silence_who_left(presence: Presence) -> None:
    heard = [sight(1.0)]
    presence.connect(lambda: [heard.pop()] if heard else [])
    (near,) = presence.perceive(1.0)
    assert isinstance(near, ShopperNear)
    due = presence.next_due()
    assert presence.perceive(due - 0.1) == []
    assert presence.perceive(due + 0.1) == [ShopperLeft("anna", "shoes")]
