import json

import pytest

from kiosk.errors import SettingRefused
from kiosk.proximity.gateways.omlox import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples

_PLACE = {"source": "s", "provider_type": "uwb", "provider_id": "p"}


def _observe(message: object) -> Observed:
    return observe("", json.dumps(message).encode())


@pytest.mark.parametrize("sample", read_samples("omlox"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("omlox"), ids=str)
def test_each_known_message_is_recognised(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)


def test_the_borders_of_these_fences_and_what_these_sources_hear_are_asked_for() -> None:
    assert list_topics(["hall"]) == ("/omlox/json/fence_events/hall", "/omlox/json/proximity_updates/hall/+")
    assert name_device("/omlox/json/location_updates/pub/p") is None
    with pytest.raises(SettingRefused):
        list_topics(["+"])


def test_a_provider_is_known_by_the_trackables_that_carry_it_too() -> None:
    assert _observe({**_PLACE, "trackables": ["t", "p", "u"]}) == (Observation("p", "s", aliases=("t", "u")),)
    assert _observe({"id": "t", "location": {**_PLACE, "trackables": ["t"]}}) == (
        Observation("t", "s", aliases=("p",)),
    )


@pytest.mark.parametrize(("event", "kind"), [("region_entry", "seen"), ("region_exit", "left")])
def test_crossing_a_border_is_told_of_the_provider_or_the_trackable(event: str, kind: str) -> None:
    border = {"id": "e", "fence_id": "f", "event_type": event}

    for ids in ({"provider_id": "p", "trackable_id": "t"}, {"provider_id": None, "trackable_id": "t"}):
        observed = _observe(border | ids)
        assert isinstance(observed, tuple)
        assert [(one.device, one.zone, one.kind) for one in observed] == [(ids["provider_id"] or "t", "f", kind)]


def test_positions_may_come_several_at_a_time() -> None:
    assert _observe([_PLACE, {**_PLACE, "provider_id": "q"}, {}, 5]) == (Observation("p", "s"), Observation("q", "s"))


@pytest.mark.parametrize(
    "message",
    [
        None,
        5,
        [],
        {},
        [5],
        {"provider_id": "p"},
        {**_PLACE, "provider_id": None},
        {**_PLACE, "source": ""},
        {**_PLACE, "trackables": "t"},
        {"fence_id": "f", "event_type": "region_entry"},
        {"fence_id": "f", "event_type": "x", "provider_id": "p"},
        {"event_type": "region_entry", "provider_id": "p"},
        {"id": "t", "location": {}},
        {"id": "t", "location": 5},
    ],
)
def test_what_omlox_never_sends_is_refused(message: object) -> None:
    assert _observe(message) == UNREADABLE


def test_other_objects_are_about_no_device() -> None:
    assert observe("/omlox/json/collision_events/epsg4326", json.dumps(_PLACE).encode()) == Ignored(
        "not about a device"
    )
    assert observe("/omlox/jsonrpc/rpc/x/request", b'{"method":"x"}') == Ignored("not about a device")


@pytest.mark.parametrize("payload", [b'{"provider_id":"p"}', b'{"fence_id":"f"}', b'{"id":"t","location":{}}'])
def test_other_makes_are_not_taken_for_omlox(payload: bytes) -> None:
    assert not recognise("", payload)
