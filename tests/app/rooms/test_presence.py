from pathlib import Path

import pytest

from kiosk.app.rooms.feed import make_feed
from kiosk.app.rooms.presence import Presence, make_presence
from kiosk.contract.instant import NEVER
from kiosk.core.events import ShopperLeft, ShopperNear
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import Tracker
from tests.app.test_loop_source import open_givens


@pytest.fixture
def heard() -> list[Sighting]:
    return []


@pytest.fixture
def presence(heard: list[Sighting]) -> Presence:
    return Presence(Tracker(1.5, 1.4, 0.5, 6.0), lambda: [heard.pop()] if heard else [])


def test_where_nothing_is_heard_nobody_is_near(presence: Presence) -> None:
    assert presence.perceive(1.0) == []
    assert presence.next_due() == NEVER


def test_what_the_feed_heard_becomes_who_is_near_and_silence_who_left(
    presence: Presence, heard: list[Sighting]
) -> None:
    heard.append(Sighting("anna", "shoes", distance_m=0.5, heard_at=1.0, rssi=-50))
    (near,) = presence.perceive(1.0)
    assert isinstance(near, ShopperNear)
    due = presence.next_due()
    assert presence.perceive(due - 0.1) == []
    assert presence.perceive(due + 0.1) == [ShopperLeft("anna", "shoes")]


def test_there_is_somebody_to_perceive_only_where_a_feed_listens(tmp_path: Path) -> None:
    givens = open_givens(tmp_path, "proximity.profile=auto")
    feed = make_feed(givens, lambda: None, givens.status)
    assert feed
    assert isinstance(make_presence(givens, feed), Presence)
    assert make_presence(givens, None) is None
