import pytest

from kiosk.errors import SettingRefused
from kiosk.proximity.topics import check_zones, fill_topics


def test_each_zone_has_its_topic() -> None:
    assert fill_topics("a/{zone}/+", ["shoes", "tea room"]) == ("a/shoes/+", "a/tea room/+")


@pytest.mark.parametrize("zone", ["", "+", "#", "shoes/#", "a\0"])
def test_a_zone_that_would_hear_the_whole_house_is_refused(zone: str) -> None:
    with pytest.raises(SettingRefused, match=r"screen\.zones"):
        fill_topics("a/{zone}", [zone])


def test_a_zone_may_be_of_several_parts() -> None:
    check_zones(["up/door"])
    assert fill_topics("a/{zone}", ["up/door"]) == ("a/up/door",)
