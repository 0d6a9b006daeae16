import pytest
from msgspec.structs import replace

from kiosk.settings import Offers, Pacing, Screen, Settings, Store
from kiosk.settings.proximity import Proximity
from kiosk.simulation.assortment import SEGMENTS
from kiosk.simulation.findings import Findings
from kiosk.simulation.hour import VISITS, simulate_hour

SETTINGS = Settings(Store("shop"), Screen("window-1", ("window",)))


@pytest.fixture(scope="module")
def busy() -> Findings:
    return simulate_hour(SETTINGS, seed=1)


def test_the_same_seed_makes_the_same_hour(busy: Findings) -> None:
    assert simulate_hour(SETTINGS, seed=1) == busy
    assert simulate_hour(SETTINGS, seed=2) != busy


def test_a_busy_hour_serves_nearly_all_who_come_near_and_soon(busy: Findings) -> None:
    assert VISITS / 2 < busy.greeted < VISITS
    assert busy.served >= 0.9 * busy.greeted
    assert busy.wait_p50_s <= 6.0
    assert busy.wait_p95_s <= 30.0
    assert busy.fairness >= 0.4


def test_equals_are_drawn_for_as_a_screen_does_that_learns(busy: Findings) -> None:
    # By priority alone the first of each segment, and of those for all, would be shown for ever.
    assert busy.kinds > len(SEGMENTS) + 1


def test_the_screen_stays_calm(busy: Findings) -> None:
    assert busy.changes <= 2 * busy.greeted
    assert busy.bookmarks <= busy.offers <= 1.5 * busy.greeted


def test_an_hour_without_anybody_has_nothing_to_tell() -> None:
    quiet = simulate_hour(SETTINGS, seed=1, visits=0)

    assert (quiet.greeted, quiet.served, quiet.wait_p95_s, quiet.fairness) == (0, 0, 0.0, 1.0)


def test_the_screens_own_settings_count(busy: Findings) -> None:
    slow = simulate_hour(replace(SETTINGS, pacing=Pacing(offer_min_s=20)), seed=1)
    far = simulate_hour(replace(SETTINGS, proximity=Proximity(near_m=8.0)), seed=1)
    shy = simulate_hour(replace(SETTINGS, offers=Offers(contacts_per_day=1)), seed=1)

    assert slow.wait_p95_s > busy.wait_p95_s
    assert far.greeted > busy.greeted
    assert shy.served < busy.served
