from typing import get_args, get_type_hints

import pytest

from kiosk.proximity.observation import Ignored
from kiosk.proximity.profile import PROFILES
from kiosk.settings import Proximity


def test_every_make_of_gateway_that_can_be_set_is_there() -> None:
    allowed = get_args(get_type_hints(Proximity)["profile"])

    assert set(PROFILES) == set(allowed) - {"none"}


@pytest.mark.parametrize("name", PROFILES)
def test_every_make_takes_any_message_without_a_crash(name: str) -> None:
    assert not PROFILES[name].recognise("some/other/topic", b"\x00")
    assert isinstance(PROFILES[name].observe("some/other/topic", b"\x00"), Ignored)
