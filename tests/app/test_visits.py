from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kiosk.app.visits import Visits
from kiosk.contract.instant import Instant
from kiosk.contract.shopper import PROXIMITY, Shopper
from tests.doubles.shop_floor import make_shopper

ANNA, BEN = make_shopper("s_anna"), make_shopper("s_ben")
EVENING = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)  # 23:30 in Berlin


def at(wall: datetime) -> Instant:
    return Instant(0.0, wall, "id-1")


@pytest.fixture
def book() -> Visits:
    return Visits("/berlin/window-1", ZoneInfo("Europe/Berlin"))


def test_a_visit_says_whose_it_was_by_her_pseudonym_alone(book: Visits) -> None:
    visit = book.sign(ANNA, at(EVENING))
    assert visit
    assert (visit.id, visit.source, visit.type, visit.time) == ("id-1", "/berlin/window-1", "kiosk.visit", EVENING)
    assert visit.data == {"shopper": "s_anna"}


def test_each_guest_is_noted_once_a_day_of_the_store(book: Visits) -> None:
    minutes = (0, 10, 20, 40, 50)
    noted = [(guest.key, minute) for minute in minutes for guest in (ANNA, BEN) if book.sign(guest, _after(minute))]
    assert noted == [("s_anna", 0), ("s_ben", 0), ("s_anna", 40), ("s_ben", 40)]


def _after(minutes: int) -> Instant:
    return at(EVENING + timedelta(minutes=minutes))


def test_nobody_known_and_nobody_who_does_not_allow_it_is_noted(book: Visits) -> None:
    assert book.sign(None, at(EVENING)) is None
    assert book.sign(Shopper("s_c", consents=frozenset({PROXIMITY})), at(EVENING)) is None
