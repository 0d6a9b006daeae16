import pytest

from kiosk.proximity.path_loss import is_reading, reckon_distance


@pytest.mark.parametrize(("rssi", "distance_m"), [(-59, 1.0), (-86, 10.0), (-32, 0.1)])
def test_27_decibels_make_a_factor_of_ten(rssi: int, distance_m: float) -> None:
    assert reckon_distance(rssi, -59) == pytest.approx(distance_m)


@pytest.mark.parametrize(("rssi", "is_one"), [(-1, True), (-126, True), (0, False), (-127, False), (127, False)])
def test_what_gateways_write_for_nothing_measured_is_no_reading(rssi: int, *, is_one: bool) -> None:
    assert is_reading(rssi) == is_one
