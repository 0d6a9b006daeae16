import pytest

from kiosk.proximity.lenient import LARGEST_PAYLOAD
from kiosk.proximity.minew_frame import has_header, observe_frame
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.parsing import OWN_STATUS, UNREADABLE
from tests.doubles.samples import read_samples

_GATEWAY = bytes.fromhex("ac233fc02f87")
_MAC = bytes.fromhex("c2005900038e")


def _pack_long(devices: int, body: bytes) -> bytes:
    length = 14 + len(body) + 1
    return b"\xbb\x01" + length.to_bytes(4) + _GATEWAY + devices.to_bytes(2) + body + b"\xdd"


def _pack_device(*packets: tuple[bytes, int]) -> bytes:
    whole = b"".join(bytes([len(advert)]) + advert + bytes([4, dbm % 256]) for advert, dbm in packets)
    return _MAC + len(packets).to_bytes(2) + whole


def _pack_connect(adverts: bytes) -> bytes:
    parts = (20 + len(adverts), 6 + len(adverts), len(adverts))
    whole, body, content = (part.to_bytes(4, "little") for part in parts)
    return b"\xbb\x02" + bytes(4) + whole + body + b"\x84\x3e" + content + adverts


def _pack_advert(advert: bytes, dbm: int) -> bytes:
    rest = b"\x01\x00" + _MAC + bytes([dbm % 256, len(advert)]) + advert
    return len(rest).to_bytes(2, "little") + rest


def test_the_strengths_of_a_batch_are_averaged_without_those_that_nobody_measured() -> None:
    device = _pack_device((b"\x02\x01\x06", -46), (b"", -50), (b"", 0), (b"", 127))

    assert observe_frame(_pack_long(1, device)) == (Observation(_MAC.hex(), _GATEWAY.hex(), rssi=-48),)


def test_a_beacon_is_found_in_any_of_a_devices_packets() -> None:
    beacon = bytes.fromhex("1aff4c000215fda50693a4e24fb1afcfc6eb07647825000a0007c5")
    device = _pack_device((b"\x02\x01\x06", -46), (beacon, -46))

    observed = observe_frame(_pack_long(1, device))

    assert isinstance(observed, tuple)
    assert observed[0].aliases == ("fda50693a4e24fb1afcfc6eb07647825-10-7",)
    assert observed[0].rssi_at_1m == -59


def test_the_connect_form_names_no_gateway() -> None:
    frame = _pack_connect(_pack_advert(b"\x02\x01\x06", -61) + _pack_advert(b"", -62))

    assert has_header(frame)
    assert observe_frame(frame) == (Observation(_MAC.hex(), None, rssi=-61), Observation(_MAC.hex(), None, rssi=-62))


def test_a_batch_in_which_nobody_was_heard_says_that_the_gateway_lives() -> None:
    assert observe_frame(_pack_long(0, b"")) == OWN_STATUS
    assert observe_frame(_pack_connect(b"")) == OWN_STATUS


@pytest.mark.parametrize(
    "frame",
    [
        _pack_long(2, _pack_device((b"", -46))),
        _pack_long(1, _pack_device((b"", -46)) + b"\x00"),
        _pack_long(0, _pack_device((b"", -46))),
        _pack_long(1, _MAC),
        _pack_long(65535, b""),
        _pack_long(1, _MAC + b"\x00\x01\xff\x02"),
        _pack_connect(_pack_advert(b"", -61)[:-1]),
        _pack_connect(b"\x00\x00" * 20),
        _pack_connect(b"\xff\xff" + _pack_advert(b"", -61)),
    ],
)
def test_a_frame_whose_parts_do_not_add_up_is_refused(frame: bytes) -> None:
    assert has_header(frame)
    assert observe_frame(frame) == UNREADABLE


@pytest.mark.parametrize(
    "payload", [b"", b"\xbb\x01", b"\xbb\x02" + bytes(18), b"[]", b"\xbb\x01" + bytes(20) + b"\xdd"]
)
def test_a_form_is_known_by_its_header_and_its_stated_length(payload: bytes) -> None:
    assert not has_header(payload)


def test_a_frame_that_was_cut_anywhere_is_no_frame() -> None:
    whole = next(one.body for one in read_samples("minew") if one.encoding == "hex")

    assert not any(has_header(whole[:end]) for end in range(len(whole)))


def test_what_is_too_large_is_refused_unread() -> None:
    frame = _pack_long(1, bytes(LARGEST_PAYLOAD))

    assert observe_frame(frame) == Ignored("too large", broken=True)
