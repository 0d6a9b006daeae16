import pytest

from kiosk.contract.instant import NEVER
from kiosk.core.glass.glass import Glass
from kiosk.core.glass.scene import Dark
from kiosk.core.glass.showing import Showing

DARK, DARKER = (Showing(Dark("de", name), since) for name, since in (("dark", 1.0), ("darker", 2.0)))


@pytest.mark.parametrize(
    ("glass", "wake_at"),
    [
        (Glass(DARK), NEVER),
        (Glass(Showing(DARK.scene, 1.0, until=9.0)), 9.0),
        (Glass(Showing(DARK.scene, 1.0, until=9.0), hint_until=7.0), 7.0),
        (Glass(DARK, hint_until=7.0, identify_until=6.0), 6.0),
        (Glass(DARK, identify_until=6.0, awake_until=5.0), 5.0),
    ],
)
def test_it_is_looked_at_again_as_soon_as_anything_on_it_has_had_its_time(glass: Glass, wake_at: float) -> None:
    assert glass.wake_at == wake_at


def test_what_stood_on_it_at_a_time_is_found_as_far_back_as_it_is_remembered() -> None:
    glass = Glass(DARKER, (DARK,))
    assert glass.scene == DARKER.scene
    assert [glass.find_showing(at) for at in (2.0, 1.9, 0.9)] == [DARKER, DARK, None]
