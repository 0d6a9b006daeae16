from kiosk.core.events import SOMEBODY
from kiosk.proximity.observation import Observation
from kiosk.proximity.pseudonyms import Pseudonyms


def test_devices_are_named_by_the_order_in_which_they_appear() -> None:
    names = Pseudonyms()

    assert [names.name(Observation(device, "hall")) for device in ("a:b", "c", "A-B")] == [
        "device-1",
        "device-2",
        "device-1",
    ]


def test_any_id_of_a_device_tells_which_it_is() -> None:
    names = Pseudonyms()
    names.name(Observation("mac", "hall", aliases=("beacon",)))

    assert names.name(Observation("beacon", "hall")) == "device-1"


def test_who_has_no_device_is_somebody() -> None:
    assert Pseudonyms().name(Observation(None, "hall")) == SOMEBODY
