"""What a line, a firmware or a joker does to messages: bytes are lost, doubled, put in or changed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack

from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Ignored
from tests.doubles.mutation import EDITS, Edits, mutate
from tests.doubles.samples import Sample, read_samples

_SAMPLES = [sample for sample in read_samples() if sample.peer in PROFILES]
_SELF_REPORTS: list[tuple[str, str, bytes]] = [
    (
        "minew",
        "/gw/ac233fc001ea/status",
        b'[{"type":"Gateway","mac":"AC233FC001EA","gatewayFree":64,"gatewayLoad":0.24}]',
    ),
    ("minew", "", bytes.fromhex("BB010000000FAC233FC02F870000DD")),
    ("ingics", "ingics/gateway", b"$HBRP,FECE97089146,FECE97089146,-127,00000000,1623741668"),
    ("ingics", "ingics/gateway", b'{"data":["$HBRP,EE74EF551F28,EE74EF551F28,-127,00000000,1623741668"]}'),
    ("ingics", "ingics/gateway", b"$GPSR,C82B96AE3B04,C82B96AE3B04,-127,200608,073549,-24.99,121.42,0.0,3.5"),
    (
        "cassia",
        "up/g/gateway_status",
        b'{"action":"gateway_status","gateway":"g","data":{"uplink":"wireless","RSSI":-21}}',
    ),
    ("cassia", "up/g/heartbeat", b'{"id":"1","action":"heartbeat","gateway":"g","data":{}}'),
    ("aprilbrother", "/gw/1", msgpack.encode({"v": "1.5", "mac": "GW", "devices": [], "rssi": -43})),
    ("aprilbrother", "/gw/1", b'{"v":1,"mid":13,"mac":"GW","devices":[],"rssi":-43}'),
    ("espruinohub", "/ble/temp/f5:47:c8:0b:49:04", b"22"),
    ("kontakt", "/stream/aB3d/health", b'{"sourceId":"g","trackingId":"e2c5","rssi":-50,"batteryLevel":100}'),
    ("meshtech", "mt/gateway/g/device/d/heartbeat", b'{"seq":12,"status":0,"parent":"p","rssi":-50}'),
    ("bluerange", "rltn-iot/org/site/dev/telemetry", b'{"rssi":-40,"state":"TRACKED","zoneUuid":"z"}'),
    ("nuki-hub", "nuki/lock/rssi", b"-62"),
    ("omlox", "/omlox/jsonrpc/rpc/available/com.omlox.ping", b'{"id":"4D98F546","method_name":"com.omlox.ping"}'),
]


@pytest.mark.parametrize("sample", _SAMPLES, ids=str)
def test_a_known_message_that_was_cut_anywhere_is_borne(sample: Sample) -> None:
    profile, whole = PROFILES[sample.peer], sample.body

    for end in range(0, len(whole), max(1, len(whole) // 50)):
        profile.observe(sample.heard_on, whole[:end])


@given(st.sampled_from(_SAMPLES), EDITS)
def test_a_known_message_that_was_changed_comes_to_usable_figures_or_a_reason(sample: Sample, edits: Edits) -> None:
    payload = mutate(sample.body, edits)

    for topic in (sample.heard_on, ""):
        observed = PROFILES[sample.peer].observe(topic, payload)
        if isinstance(observed, Ignored):
            assert observed.reason.isprintable()
            continue
        assert all(one.rssi is None or -127 < one.rssi < 0 for one in observed)
        assert all(one.distance_m is None or math.isfinite(one.distance_m) for one in observed)


@pytest.mark.parametrize(("peer", "topic", "payload"), _SELF_REPORTS)
@given(edits=EDITS)
def test_what_a_gateway_says_of_itself_is_nobody_however_it_was_changed(
    peer: str, topic: str, payload: bytes, edits: Edits
) -> None:
    assert isinstance(PROFILES[peer].observe(topic, payload), Ignored)

    observed = PROFILES[peer].observe(topic, mutate(payload, edits))

    assert isinstance(observed, Ignored) or all(one.kind == "left" for one in observed)


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize(
    "part",
    [
        b'[{"gateway":',
        b'"mid":"devices":',
        b'"gw":"',
        b'{"action":',
        b'"tag":',
        b"/indoor/",
        b";",
        b"$GPRP,",
        b"omlox/",
    ],
)
def test_no_message_is_searched_for_long(name: str, part: bytes) -> None:
    payload = part * (1_000_000 // len(part))

    for topic in ("", payload[:60_000].decode()):
        PROFILES[name].recognise(topic, payload)
        PROFILES[name].name_device(topic)
        assert isinstance(PROFILES[name].observe(topic, payload), Ignored)
