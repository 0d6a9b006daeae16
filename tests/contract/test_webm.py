import struct

import pytest

from kiosk.contract.video import VideoFlaw, VideoRefused
from kiosk.contract.webm import measure_webm
from tests.doubles.videos import VIOLET, make_element

HEAD, SEGMENT, INFO, CLUSTER, VOID = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1F43B675, 0xEC
SCALE, DURATION = 0x2AD7B1, 0x4489
START = make_element(HEAD, b"webm")
UNKNOWN_SIZE = b"\x01" + b"\xff" * 7
LENGTH = make_element(DURATION, struct.pack(">d", 2500.0))


def measure(content: bytes) -> float:
    return measure_webm(lambda start, length: content[start : start + length], len(content))


def make_film(*info: bytes) -> bytes:
    return START + make_element(
        SEGMENT, make_element(VOID) + make_element(INFO, b"".join(info)) + make_element(CLUSTER)
    )


def test_a_real_one_says_how_long_it_is() -> None:
    assert measure(VIOLET.read_bytes()) == pytest.approx(1.2)


@pytest.mark.parametrize(
    ("content", "seconds"),
    [
        (make_film(LENGTH), 2.5),
        (make_film(make_element(SCALE, (2_000_000).to_bytes(3)), LENGTH), 5.0),
        (make_film(make_element(DURATION, struct.pack(">f", 1500.0))), 1.5),
        (make_film(make_element(DURATION, struct.pack(">d", float("nan")))), 0.0),
        (make_film(make_element(DURATION, b"12345")), 0.0),
        (make_film(make_element(VOID)), 0.0),
        (START + make_element(SEGMENT, make_element(CLUSTER)), 0.0),
        (START + make_element(SEGMENT, make_element(VOID) * 200), 0.0),
        (START + make_element(SEGMENT, b"\0\0\0\0\0"), 0.0),
        (START + make_element(SEGMENT, b"\xec"), 0.0),
        (START + SEGMENT.to_bytes(4) + UNKNOWN_SIZE + make_element(INFO, LENGTH), 2.5),
        (START + SEGMENT.to_bytes(4) + UNKNOWN_SIZE + INFO.to_bytes(4) + UNKNOWN_SIZE, 0.0),
        (START + SEGMENT.to_bytes(4) + UNKNOWN_SIZE + VOID.to_bytes(1) + UNKNOWN_SIZE, 0.0),
    ],
)
def test_the_length_stands_before_the_pictures_or_nowhere(content: bytes, seconds: float) -> None:
    assert measure(content) == seconds


@pytest.mark.parametrize("content", [START, make_film(LENGTH)[:-1], START + b"\0"])
def test_what_ends_too_early_is_refused(content: bytes) -> None:
    with pytest.raises(VideoRefused) as refusal:
        measure(content)
    assert refusal.value.flaw is VideoFlaw.CUT_OFF
