from kiosk.contract.instant import Instant
from tests.doubles.shop_floor import MONDAY, RULES


def test_local_time_is_the_stores_own() -> None:
    assert RULES.tell_local(Instant(0.0, MONDAY, "id")).isoformat() == "2026-11-23T10:00:00+01:00"
