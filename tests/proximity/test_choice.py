import pytest

from kiosk.proximity.choice import choose_profile
from kiosk.proximity.gateways import espresense
from kiosk.proximity.generic import Generic
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.recognition import Recogniser
from kiosk.settings.proximity import Make, Mapping


def test_each_name_opens_its_profile() -> None:
    assert choose_profile("espresense", Mapping()) is espresense
    assert isinstance(choose_profile("auto", Mapping()), Recogniser)
    assert isinstance(choose_profile("generic", Mapping(topic="a/{device}")), Generic)
    assert choose_profile("none", Mapping()) is None


@pytest.mark.parametrize("name", PROFILES)
def test_every_make_is_found_by_its_name(name: Make) -> None:
    assert choose_profile(name, Mapping()) is PROFILES[name]
