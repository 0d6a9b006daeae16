import pytest

from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Ignored
from kiosk.proximity.sighting import make_sighting
from kiosk.proximity.tracker import Tracker

_ADDRESS = "a4:c1:38:7f:c1:e1"


@pytest.mark.parametrize(
    ("make", "topic", "payload"),
    [
        ("espruinohub", f"/ble/presence/{_ADDRESS}", b"1"),
        ("ble2mqtt", f"{_ADDRESS}/Connected", b"true"),
        ("monitor", f"monitor/hall/{_ADDRESS}", b'{"confidence":"100","rssi":""}'),
        ("monitor", f"monitor/hall/{_ADDRESS}/device_tracker", b"home"),
        ("nuki-hub", "nuki/presence/devices", f"{_ADDRESS};Band".encode()),
        ("aprilbrother", "/gw/1", b'{"id":"r","raw_beacons_data":"F4B85ED84CB7%032d7DAD33B1C6FF00"}' % 1),
        ("owntracks", "owntracks/j/p/beacon", b'{"_type":"beacon","desc":"hall","prox":3}'),
        (
            "omlox",
            "/omlox/json/location_updates/p",
            b'{"provider_id":"p","provider_type":"ibeacon","source":"s","position":{"type":"Point","coordinates":[7,48]}}',
        ),
        (
            "meraki",
            "meraki/scanning",
            b'{"type":"DevicesSeen","data":{"apMac":"A","observations":[{"clientMac":"B","rssi":47}]}}',
        ),
    ],
)
def test_what_only_says_that_a_device_is_heard_brings_nobody_near(make: str, topic: str, payload: bytes) -> None:
    observed = PROFILES[make].observe(topic, payload)
    assert not isinstance(observed, Ignored)
    tracker = Tracker(near_m=2.0, far_factor=2.0, dwell_s=0.5, leave_s=8.0)

    for second in range(3):
        assert [tracker.observe(make_sighting("s", "hall", one, float(second))) for one in observed] == [[]]
    assert tracker.next_due() is None


def test_a_phone_that_says_how_near_its_beacon_is_is_believed() -> None:
    for message in (b'"prox":1', b'"prox":3,"rssi":-50', b'"prox":3,"acc":0.5'):
        observed = PROFILES["owntracks"].observe("owntracks/j/p/beacon", b'{"_type":"beacon","desc":"h",%s}' % message)
        assert not isinstance(observed, Ignored)
        assert not observed[0].in_reach
