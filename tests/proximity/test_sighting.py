import pytest

from kiosk.proximity.observation import Observation
from kiosk.proximity.sighting import GONE_M, Sighting, make_sighting


def test_a_sighting_names_a_pseudonym_and_has_no_place_for_a_device() -> None:
    assert not {"device", "id", "mac", "name", "aliases"} & set(Sighting.__struct_fields__)


@pytest.mark.parametrize(
    ("observation", "distance_m"),
    [
        (Observation("d", "z", distance_m=4.0, rssi=-86, rssi_at_1m=-59, fast_m=1.5), 1.5),
        (Observation("d", "z", distance_m=4.0, rssi=-86, rssi_at_1m=-59), 10.0),
        (Observation("d", "z", distance_m=4.0, rssi=-86), 4.0),
        (Observation("d", "z", rssi=-86), 10.0),
        (Observation("d", "z", distance_m=4.0), 4.0),
        (Observation("d", "z"), 0.0),
        (Observation("d", "z", in_reach=True), GONE_M),
        (Observation("d", "z", distance_m=4.0, kind="left"), GONE_M),
    ],
)
def test_the_distance_is_the_fastest_that_there_is(observation: Observation, distance_m: float) -> None:
    assert make_sighting("s", "z", observation, 1.0).distance_m == pytest.approx(distance_m)


def test_all_that_was_observed_is_handed_on() -> None:
    seen = Observation("d", "there", 4.0, -70.4, rssi_at_1m=-59.0, interval_s=0.5, fast_m=1.5)

    assert make_sighting("s", "z", seen, 7.0) == Sighting(
        "s", "z", 1.5, 7.0, rssi=-70, interval_s=0.5, rssi_at_1m=-59, fast_m=1.5, stated_m=4.0
    )
