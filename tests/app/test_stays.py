from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.app.stays import EVERY_S, Stays
from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper
from kiosk.core.events import ShopperLeft, ShopperNear
from tests.doubles.shop_floor import make_shopper

ANNA = make_shopper("s_anna")
SHY = Shopper("s_anna", consents=frozenset({PERSONAL_OFFERS}))
NEAR, LEFT = ShopperNear("s_anna", "home", 10.0), ShopperLeft("s_anna", "home")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Screen:
    """Its clock, and what it told."""

    def __init__(self) -> None:
        self.mono = 10.0
        self.told: list[CloudEvent] = []
        self.stays = Stays("/berlin/window-1", self.told.append, self._tell_now)

    def list_seconds(self) -> list[object]:
        return [event.data["seconds"] for event in self.told]

    def _tell_now(self) -> Instant:
        return Instant(self.mono, NOON + timedelta(seconds=self.mono), f"id-{self.mono:g}")


@pytest.fixture
def screen() -> Screen:
    return Screen()


def test_who_stands_here_is_told_of_as_she_comes_while_she_stays_and_as_she_goes(screen: Screen) -> None:
    screen.stays.note(NEAR, ANNA)
    for seconds in (EVERY_S, EVERY_S, 30.0):
        screen.mono += seconds
        last: Callable[[], object] = screen.stays.look if seconds == EVERY_S else lambda: screen.stays.note(LEFT, ANNA)
        last()
    pause = screen.stays.look()

    assert screen.list_seconds() == [0.0, EVERY_S, 2 * EVERY_S, 2 * EVERY_S + 30.0]
    assert {event.time for event in screen.told} == {NOON + timedelta(seconds=10)}
    assert pause == EVERY_S


def test_an_event_says_who_by_her_pseudonym_and_nothing_of_where(screen: Screen) -> None:
    screen.stays.note(NEAR, ANNA)
    (event,) = screen.told

    assert (event.type, event.source, event.id) == ("kiosk.stay", "/berlin/window-1", "id-10")
    assert event.data == {"shopper": "s_anna", "seconds": 0.0}


@pytest.mark.parametrize(("before", "after"), [(None, None), (SHY, SHY), (None, ANNA), (SHY, ANNA)])
def test_of_who_may_not_be_recognised_by_her_beacon_nothing_is_told(
    screen: Screen, before: Shopper | None, after: Shopper | None
) -> None:
    screen.stays.note(NEAR, before)
    screen.stays.look()
    screen.stays.note(LEFT, after)

    assert screen.told == []


@pytest.mark.parametrize("guest", [None, SHY])
def test_who_takes_it_back_while_she_stands_here_is_told_of_no_more(screen: Screen, guest: Shopper | None) -> None:
    screen.stays.note(NEAR, ANNA)
    screen.stays.forget(["s_anna"] if guest is None else [])
    screen.stays.note(LEFT, guest)
    screen.stays.look()

    assert len(screen.told) == 1


def test_it_looks_by_itself(screen: Screen) -> None:
    screen.stays.start()
    screen.stays.stop()

    assert [worker.name for worker in screen.stays.workers] == ["stays"]
