from datetime import UTC, datetime, timedelta

import pytest

from kiosk.app.visits import Visits
from kiosk.contract.cloud_event import CloudEvent
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.core.events import ShopperLeft, ShopperNear
from tests.doubles.shop_floor import make_shopper

ANNA, BEN = make_shopper("s_anna"), make_shopper("s_ben")
SHY = Shopper("s_anna", consents=frozenset({PROXIMITY}))
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def visits() -> Visits:
    return Visits("/berlin/window-1")


def at(seconds: float) -> Instant:
    return Instant(seconds, NOON + timedelta(seconds=seconds), f"id-{seconds:g}")


def come(visits: Visits, guest: Shopper | None, seconds: float, zone: str = "home", name: str = "s_anna") -> None:
    assert visits.note(ShopperNear(name, zone, seconds), guest, at(seconds + 0.1)) is None


def leave(visits: Visits, guest: Shopper | None, seconds: float, zone: str = "home") -> CloudEvent | None:
    return visits.note(ShopperLeft(guest.key if guest else "s_anna", zone), guest, at(seconds))


def test_a_visit_that_is_over_says_whose_it_was_by_her_pseudonym_alone_and_where_and_how_long(visits: Visits) -> None:
    come(visits, ANNA, 10.0)
    visit = leave(visits, ANNA, 72.5)
    assert visit
    assert (visit.id, visit.source, visit.type) == ("id-72.5", "/berlin/window-1", "kiosk.visit")
    assert visit.time == NOON + timedelta(seconds=10)
    assert visit.data == {"shopper": "s_anna", "zone": "home", "seconds": 62.5}


def test_guests_of_the_same_time_and_each_zone_that_one_comes_to_have_visits_of_their_own(visits: Visits) -> None:
    come(visits, ANNA, 0.0)
    come(visits, BEN, 1.0, "shoes", "s_ben")
    told = [leave(visits, ANNA, 5.0)]
    come(visits, ANNA, 5.0, "shoes")
    told += [leave(visits, BEN, 7.0, "shoes"), leave(visits, ANNA, 9.0, "shoes")]
    assert [(one.data["shopper"], one.data["zone"], one.data["seconds"]) for one in told if one] == [
        ("s_anna", "home", 5.0),
        ("s_ben", "shoes", 6.0),
        ("s_anna", "shoes", 4.0),
    ]


def test_who_leaves_without_having_come_and_who_left_already_has_no_visit(visits: Visits) -> None:
    assert leave(visits, ANNA, 1.0) is None
    come(visits, ANNA, 2.0)
    assert leave(visits, ANNA, 3.0)
    assert leave(visits, ANNA, 4.0) is None


@pytest.mark.parametrize(("before", "after"), [(None, None), (SHY, SHY), (SHY, ANNA), (ANNA, SHY), (ANNA, None)])
def test_of_who_is_not_known_or_did_not_allow_it_all_the_while_nothing_is_told(
    visits: Visits, before: Shopper | None, after: Shopper | None
) -> None:
    come(visits, before, 0.0)
    assert leave(visits, after, 9.0) is None
    assert leave(visits, ANNA, 10.0) is None


def test_a_clock_that_steps_back_makes_no_visit_shorter_than_none(visits: Visits) -> None:
    come(visits, ANNA, 10.0)
    visit = leave(visits, ANNA, 9.0)
    assert visit
    assert visit.data["seconds"] == 0.0
