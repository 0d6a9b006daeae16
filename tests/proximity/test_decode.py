import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.proximity.decode import LineDecoder
from kiosk.proximity.makes import ALL_MAKES, PROFILES

DECODER = LineDecoder(ALL_MAKES, PROFILES, lambda: 0.0)
REFUSED: dict[str, object] = {
    "profile": None,
    "sightings": [],
    "ignored": "not a line of JSON with topic and payload as text",
}


def _answer(decoder: LineDecoder, **line: object) -> object:
    return json.loads(decoder.answer(json.dumps(line).encode()))


def test_a_message_is_answered_with_what_it_says() -> None:
    payload = '{"id":"A","distance":4}'

    assert _answer(DECODER, topic="presence/hall", payload=payload) == {
        "profile": "ha-mqtt-room",
        "sightings": [{"device": "A", "zone": "hall", "distance_m": 4.0, "rssi": None, "kind": "seen"}],
    }
    assert _answer(DECODER, topic=None, payload=payload.encode().hex(), encoding="hex") == {
        "profile": "ha-mqtt-room",
        "sightings": [{"device": "A", "zone": None, "distance_m": 4.0, "rssi": None, "kind": "seen"}],
    }


def test_what_is_no_evidence_is_answered_with_the_reason() -> None:
    assert _answer(DECODER, topic="espresense/rooms/hall/status", payload="offline") == {
        "profile": "espresense",
        "sightings": [],
        "ignored": "not about a device",
    }
    assert _answer(DECODER, topic="house/lamp", payload="ON") == {
        "profile": None,
        "sightings": [],
        "ignored": "no make of gateway is recognised",
    }


def test_what_was_kept_back_is_said_and_would_be_passed_over() -> None:
    decoder = LineDecoder(ALL_MAKES, PROFILES, lambda: 1_700_000_000.0)
    topic = "mt/gateway/a/device/b/rssi"
    sightings = [{"device": "b", "zone": "a", "distance_m": None, "rssi": -50.0, "kind": "seen"}]

    fresh = _answer(decoder, topic=topic, payload='{"parent":"a","rssi":-50,"time":1699999999}')
    late = _answer(decoder, topic=topic, payload='{"parent":"a","rssi":-50,"time":1500000000}')

    assert fresh == {"profile": "meshtech", "sightings": sightings}
    assert late == {"profile": "meshtech", "sightings": sightings, "late": "heard too long before it came"}


def test_a_profile_that_is_named_is_not_questioned() -> None:
    answer = _answer(LineDecoder("tasmota", PROFILES, lambda: 0.0), topic="x", payload='{"id":"A","distance":4}')

    assert answer == {"profile": "tasmota", "sightings": [], "ignored": "the gateway's own status"}


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"nonsense",
        b"{}",
        b"[]",
        b'{"topic":"a"}',
        b'{"topic":"a","payload":{}}',
        b'{"topic":"a","payload":"xy","encoding":"hex"}',
        b'{"topic":"a","payload":"","encoding":"base64"}',
        b'{"payload":"\xff"}',
        b'{"payload":"\\ud800"}',
        b"[" * 100_000,
    ],
)
def test_a_broken_line_is_refused_in_the_same_form(line: bytes) -> None:
    assert json.loads(DECODER.answer(line)) == REFUSED


@given(st.binary(max_size=200))
def test_any_line_has_an_answer(line: bytes) -> None:
    assert set(json.loads(DECODER.answer(line))) >= {"profile", "sightings"}
