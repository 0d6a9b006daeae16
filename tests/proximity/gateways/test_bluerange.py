import pytest

from kiosk.proximity.gateways.bluerange import list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples

_ESTIMATE = "br/org/bld/flr/positionEstimate/asset"
_FENCE = "rltn-iot/org/site/est/indoor/asset/fence/geofenceEvent"


@pytest.mark.parametrize("sample", read_samples("bluerange"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("bluerange"), ids=str)
def test_each_known_message_is_recognised_by_its_topic(sample: Sample) -> None:
    assert recognise(sample.heard_on, sample.body)


def test_estimates_and_borders_are_asked_for_and_nothing_else() -> None:
    assert all("positionEstimate" in topic or "geofenceEvent" in topic for topic in list_topics(["hall"]))


@pytest.mark.parametrize(
    ("topic", "device"),
    [
        (_ESTIMATE, "asset"),
        (_FENCE, "asset"),
        ("rltn-iot/org/site/est/indoor/asset/positionEstimate", "asset"),
        ("br/org/bld/flr/positionEstimate/", None),
        ("br/org/bld/flr/positionEstimate/a/b", None),
        ("rltn-iot/org/site/dev/telemetry", None),
        ("", None),
    ],
)
def test_the_topic_says_which_asset(topic: str, device: str | None) -> None:
    assert name_device(topic) == device


def test_crossing_a_border_is_told_once() -> None:
    assert observe(_FENCE, b'{"state":"ENTERED"}') == (Observation("asset", "fence", interval_s=60),)


def test_how_far_an_estimate_may_be_wrong_is_no_distance() -> None:
    observed = observe(_ESTIMATE, b'{"state":"TRACKED","zoneUuid":"z","accuracy":16.1}')

    assert observed == (Observation("asset", "z"),)


@pytest.mark.parametrize("payload", [b"", b"{}", b"[]", b"x", b'{"state":5}', b'{"state":null}', b'{"zoneUuid":"z"}'])
def test_what_bluerange_never_sends_is_refused(payload: bytes) -> None:
    assert observe(_ESTIMATE, payload) == UNREADABLE
    assert observe(_FENCE, payload) == UNREADABLE


def test_an_estimate_whose_asset_is_unknown_is_nobody() -> None:
    payload = b'{"estimatorUuid":"e","state":"TRACKED","zoneUuid":"z"}'

    assert recognise("", payload)
    assert observe("", payload) == Ignored("not about a device")
