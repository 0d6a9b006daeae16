import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.said_at import date_by, read_said_at

_NINE = 1_598_950_800.0
"""2020-09-01T09:00:00Z."""


@pytest.mark.parametrize(
    "value",
    [
        1_598_950_800,
        1_598_950_800.0,
        1_598_950_800_000,
        "1598950800",
        "1598950800000",
        "2020-09-01T09:00:00Z",
        "2020-09-01T09:00:00.000Z",
        "2020-09-01T11:00:00+02:00",
        "Tue Sep 01 2020 11:00:00 GMT+0200 (CEST)",
        "Tue Sep 01 2020 09:00:00 GMT+0000",
    ],
)
def test_a_time_is_read_in_whatever_way_it_is_written(value: object) -> None:
    assert read_said_at(value) == _NINE


def test_parts_of_a_second_are_kept() -> None:
    assert read_said_at(1_598_950_800_250) == read_said_at("2020-09-01T09:00:00.250Z") == _NINE + 0.25


@pytest.mark.parametrize(
    "value",
    [
        *(None, "", True, [], {}, "never", "Tue Oct ", "2020-09-01T09:00:00", "Foo Bar 99 2020 99:00:00 GMT+0000"),
        *(math.nan, math.inf, 1e300, 10**400, "1e999", "0" * 100, "2020-09-01" + " " * 99),
    ],
)
def test_what_is_no_time_or_lacks_its_zone_is_none(value: object) -> None:
    assert read_said_at(value) is None


@given(st.one_of(st.text(), st.floats(), st.integers(), st.binary(), st.lists(st.integers())))
def test_whatever_stands_there_is_read(value: object) -> None:
    said_at = read_said_at(value)

    assert said_at is None or math.isfinite(said_at)


def test_an_observation_is_dated() -> None:
    seen = Observation("a", "hall")

    assert date_by("2020-09-01T09:00:00Z", seen) == Observation("a", "hall", said_at=_NINE)
    assert date_by(None, seen) is seen
    assert date_by(_NINE, None) is None


_ISO = b'"2020-09-01T09:00:00Z"'
_FENCE = '{"provider_id":"B","fence_id":"f","event_type":"region_entry","entry_time":@}'


@pytest.mark.parametrize(
    ("make", "topic", "payload"),
    [
        ("owntracks", "owntracks/j/p/event", '{"_type":"transition","event":"enter","desc":"hall","tst":1598950800}'),
        ("owntracks", "owntracks/j/p/event", '{"_type":"transition","event":"leave","desc":"hall","tst":1598950800}'),
        ("owntracks", "owntracks/j/p", '{"_type":"location","inregions":["hall"],"tst":1598950800}'),
        ("owntracks", "owntracks/j/p/beacon", '{"_type":"beacon","desc":"hall","rssi":-60,"tst":1598950800}'),
        (
            "room-assistant",
            "room-assistant/entity/hall/bluetooth-low-energy-presence-sensor/ble-a",
            '{"entity":{"id":"ble-a","state":"hall","distances":{"hall":{"distance":1,"lastUpdatedAt":@}}}}',
        ),
        ("monitor", "monitor/hall/a", '{"confidence":"100","timestamp":"Tue Sep 01 2020 11:00:00 GMT+0200 (CEST)"}'),
        ("monitor", "monitor/hall/a", '{"confidence":"0","timestamp":"Tue Sep 01 2020 11:00:00 GMT+0200 (CEST)"}'),
        ("zigbee2mqtt", "zigbee2mqtt/hall", '{"presence":true,"last_seen":@}'),
        ("zigbee2mqtt", "zigbee2mqtt/hall", '{"presence":false,"last_seen":1598950800000}'),
        ("minew", "/gw/a/status", '[{"type":"Gateway","mac":"A"},{"mac":"B","rssi":-60,"timestamp":@}]'),
        (
            "minew",
            "/gw/a/status",
            '[{"mac":"B","rssi":-60,"timestamp":@,"ibeaconUuid":"C","ibeaconMajor":1,"ibeaconMinor":2}]',
        ),
        ("ingics", "ingics/gateway", '{"data":[{"ts":1598950800.0,"gw":"F008D178943C","tag":"B","rssi":-54}]}'),
        (
            "ingics",
            "ingics/gateway",
            '{"ts":1598950800,"gw":"F008D178943C","tag":"B","rssi":-54,"uuid":"C","major":1,"minor":2}',
        ),
        ("ingics", "ingics/gateway", "$GPRP,7ABA6F20ACCF,806172C89C09,-2,02010612FF,1598950800"),
        (
            "cassia",
            "up/A/scan",
            '{"action":"data.scan","gateway":"A","timestamp":1598950800000,"data":{"bdaddrs":[{"bdaddr":"B"}],"rssi":-60}}',
        ),
        ("kontakt", "telemetry/c", '{"sourceId":"A","trackingId":"B","rssi":-60,"timestamp":@}'),
        ("meshtech", "mt/gateway/a/device/b/rssi", '{"time":@,"parent":"a","rssi":-58}'),
        ("meshtech", "mt/gateway/a/device/b/rssi", '{"time":@,"parent":"a","unreachable":true}'),
        (
            "bluerange",
            "br/o/b/f/positionEstimate/a",
            '{"state":"TRACKED","zoneUuid":"z","measurementTimeSec":1598950800}',
        ),
        ("bluerange", "br/o/b/f/positionEstimate/a", '{"state":"LOST","measurementTimeSec":1598950800}'),
        (
            "omlox",
            "/omlox/json/fence_events/f",
            _FENCE,
        ),
        ("omlox", "/omlox/json/fence_events/f", _FENCE.replace("entry", "exit")),
        (
            "omlox",
            "/omlox/json/location_updates/p",
            '{"provider_id":"B","provider_type":"uwb","source":"s","timestamp_generated":@}',
        ),
        (
            "meraki",
            "meraki/scanning",
            '{"type":"DevicesSeen","data":{"apMac":"A","observations":[{"clientMac":"B","rssi":-60,"seenEpoch":1598950800}]}}',
        ),
        (
            "meraki",
            "meraki/scanning",
            '{"type":"WiFi","data":{"observations":[{"clientMac":"B","latestRecord":{"time":@,"nearestApRssi":-60}}]}}',
        ),
        (
            "meraki",
            "meraki/scanning",
            '{"type":"WiFi","data":{"observations":[{"clientMac":"B","locations":[{"time":@}]}]}}',
        ),
    ],
)
def test_each_make_that_says_when_it_heard_somebody_is_asked(make: str, topic: str, payload: str) -> None:
    observed = PROFILES[make].observe(topic, payload.encode().replace(b"@", _ISO))

    assert not isinstance(observed, Ignored)
    assert [one.said_at for one in observed] == [_NINE]
