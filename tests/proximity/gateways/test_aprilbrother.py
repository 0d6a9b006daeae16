import pytest
from msgspec import msgpack

from kiosk.proximity.gateways.aprilbrother import DEFAULT_TOPIC, list_topics, name_device, observe, recognise
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import UNREADABLE
from tests.doubles.samples import Sample, agrees, read_samples

_FRAME = bytes.fromhex("02C8FD1949A530CE0201061AFF4C000215EB6D469624BE4663B15230D46B0E9CC9000D002AC0")
_HEARD = Observation(
    "c8fd1949a530", "GW", rssi=-50, rssi_at_1m=-64, aliases=("eb6d469624be4663b15230d46b0e9cc9-13-42",)
)


def _pack(*frames: object) -> bytes:
    return msgpack.encode({"v": "1.5.13", "mac": "GW", "devices": frames, "rssi": -43})


@pytest.mark.parametrize("sample", read_samples("aprilbrother"), ids=str)
def test_each_known_message_is_understood(sample: Sample) -> None:
    assert agrees(observe(sample.heard_on, sample.body), sample)


@pytest.mark.parametrize("sample", read_samples("aprilbrother"), ids=str)
def test_each_known_message_is_recognised_whatever_its_topic(sample: Sample) -> None:
    assert recognise("", sample.body)


def test_all_gateways_are_heard_and_no_device_is_named_by_a_topic() -> None:
    assert list_topics(["shoes"]) == (DEFAULT_TOPIC,)
    assert name_device("/gw/4624") is None


@pytest.mark.parametrize("prefix", [b"\xc4\x26", b"\xd9\x26", b"\xc5\x00\x26", b"\xda\x00\x26"])
def test_a_frame_may_be_packed_as_bytes_or_as_text(prefix: bytes) -> None:
    payload = _pack(_FRAME).replace(b"\xc4\x26", prefix)

    assert observe("", payload) == (_HEARD,)


def test_a_short_frame_packed_as_short_text_counts_too() -> None:
    frame = _FRAME[:11]

    assert observe("", _pack(frame).replace(b"\xc4\x0b", b"\xab")) == (Observation("c8fd1949a530", "GW", rssi=-50),)


@pytest.mark.parametrize("frames", [(b"",), (_FRAME[:7],), (5,), (None,), ([1],), (_FRAME[:7] + b"\x00",), ({"a": 1},)])
def test_a_frame_that_tells_no_strength_is_nobodys(frames: tuple[object, ...]) -> None:
    assert observe("", _pack(*frames)) == Ignored("no signal strength")
    assert observe("", _pack(*frames, _FRAME)) == (_HEARD,)


def test_a_decoded_beacon_was_heard_even_where_its_strength_was_not_measured() -> None:
    observed = observe("", b'{"id":"r","raw_beacons_data":"F4B85ED84CB7%032d7DAD33B1C6FF00"}' % 1)

    assert observed == (
        Observation(
            "f4b85ed84cb7",
            "r",
            rssi_at_1m=-58,
            aliases=("00000000000000000000000000000001-32173-13233",),
            in_reach=True,
        ),
    )


def test_one_odd_device_hides_no_other() -> None:
    batch = b'{"mac":"GW","devices":[5,[0],[0,5,-50,""],[0,"D712ED6A66C6","x",""],[0,"D0E29D3E51BA",-91,"zz",7]]}'

    assert observe("", batch) == (Observation("D0E29D3E51BA", "GW", rssi=-91),)


def test_a_record_of_another_length_is_left_out() -> None:
    records = "F4B85E;zz;123b6a1a64cfaa0304020106;123b6a1a64cfaa0303020106"

    assert observe("", b'{"id":"r","raw_beacons_data":"%s"}' % records.encode()) == (
        Observation("123b6a1a64cf", "r", rssi=-86),
    )


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{}",
        b"[]",
        b'{"devices":5}',
        b'{"raw_beacons_data":5}',
        b'{"mac":"GW","rssi":-43}',
        b"\x81\xa7devices",
        b"\x81\xa7devices\xdd\xff\xff\xff\xff",
        msgpack.encode({"mac": "GW", "rssi": -43}),
        msgpack.encode({"mac": 5, "devices": []}),
        msgpack.encode([1, 2]),
        b"\x91" * 9000,
    ],
)
def test_what_aprilbrother_never_sends_is_refused(payload: bytes) -> None:
    assert observe("", payload) == UNREADABLE


@pytest.mark.parametrize("payload", [b"\x81\xa3mac\xa1a", b'{"devices":[]}', b'{"devices":[{"mac":"a"}]}', b"devices"])
def test_other_makes_are_not_taken_for_aprilbrother(payload: bytes) -> None:
    assert not recognise("", payload)
