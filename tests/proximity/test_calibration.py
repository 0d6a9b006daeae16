import pytest

from kiosk.proximity.calibration import Calibration, Place, calibrate
from kiosk.proximity.observation import Observation
from kiosk.settings.proximity import Gateway

TABLE = Calibration(
    ("shoes", "tea room"),
    {
        "AC:23:3F:C0:3B:45": Gateway("shoes", -3.0),
        "tea room": Gateway(offset_db=2.0),
        "back door": Gateway("storage"),
        "*": Gateway("shoes"),
    },
)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("shoes", Place("shoes")),
        ("ac233fc03b45", Place("shoes", -3.0)),
        ("Tea_Room", Place("tea room", 2.0)),
        (None, Place("shoes")),
        ("back door", None),
        ("storage", None),
        ("elsewhere", None),
    ],
)
def test_a_gateway_stands_where_the_table_says_and_else_in_the_zone_of_its_name(
    name: str | None, place: Place | None
) -> None:
    assert TABLE.find_place(name) == place


def test_who_gives_no_name_stands_nowhere_unless_the_table_says_where() -> None:
    assert Calibration(("shoes",), {}).find_place(None) is None


def test_before_no_screen_in_particular_every_zone_counts() -> None:
    everywhere = Calibration((), {"shelf 7": Gateway("shoes", -3.0)})

    found = [everywhere.find_place(name) for name in ("Shelf-7", "elsewhere", None)]

    assert found == [Place("shoes", -3.0), Place("elsewhere"), None]


def test_only_gateways_before_this_screen_are_listened_to() -> None:
    assert TABLE.list_names() == ("shoes", "tea room", "AC:23:3F:C0:3B:45")


def test_an_offset_changes_the_strength_and_all_distances_alike() -> None:
    heard = Observation("d", "z", distance_m=10.0, rssi=-86, fast_m=1.0)

    calibrated = calibrate(heard, 27.0)

    assert calibrated.rssi == -59
    assert calibrated.distance_m == pytest.approx(1.0)
    assert calibrated.fast_m == pytest.approx(0.1)
    assert calibrate(heard, 0.0) is heard
    assert calibrate(Observation("d", "z"), 3.0) == Observation("d", "z")
