import pytest

from kiosk.contract.mp4 import measure_mp4
from kiosk.contract.video import VideoFlaw, VideoRefused
from tests.doubles.videos import GREEN, make_box

START = make_box(b"ftyp", b"isom")
DATA = make_box(b"mdat", b"pictures")
NARROW = bytes(12) + (1000).to_bytes(4) + (2500).to_bytes(4) + bytes(12)
WIDE = b"\1" + bytes(19) + (1000).to_bytes(4) + (3500).to_bytes(8)
UNSAID = bytes(12) + (1000).to_bytes(4) + bytes(16)
UNKNOWN = bytes(12) + (1000).to_bytes(4) + b"\xff" * 4 + bytes(12)


def measure(content: bytes) -> float:
    return measure_mp4(lambda start, length: content[start : start + length], len(content))


def make_movie(header: bytes, *others: bytes) -> bytes:
    return START + make_box(b"moov", make_box(b"trak") + make_box(b"mvhd", header) + b"".join(others)) + DATA


def announce_fragments(header: bytes) -> bytes:
    return make_box(b"mvex", make_box(b"mehd", header))


def test_a_real_one_says_how_long_it_is() -> None:
    assert measure(GREEN.read_bytes()) == 2.0


@pytest.mark.parametrize(
    ("content", "seconds"),
    [
        (make_movie(NARROW), 2.5),
        (make_movie(WIDE), 3.5),
        (make_movie(UNSAID), 0.0),
        (make_movie(UNKNOWN), 0.0),
        (make_movie(bytes(32)), 0.0),
        (make_movie(UNSAID, announce_fragments(bytes(4) + (4500).to_bytes(4))), 4.5),
        (make_movie(UNSAID, announce_fragments(b"\1" + bytes(3) + (5500).to_bytes(8))), 5.5),
        (make_movie(UNSAID, make_box(b"mvex", make_box(b"trex"))), 0.0),
    ],
)
def test_the_length_stands_in_the_header_or_with_the_fragments(content: bytes, seconds: float) -> None:
    assert measure(content) == seconds


def test_a_box_may_be_long_or_reach_to_the_end() -> None:
    long = (1).to_bytes(4) + b"mdat" + (16 + 5).to_bytes(8) + b"12345"
    rest = (0).to_bytes(4) + b"mdat" + b"all that follows"
    assert measure(START + long + make_movie(NARROW)[len(START) :]) == 2.5
    assert measure(make_movie(NARROW) + rest) == 2.5


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (START + DATA, VideoFlaw.CUT_OFF),
        (make_movie(NARROW)[:-1], VideoFlaw.CUT_OFF),
        (make_movie(NARROW) + b"\0\0\0", VideoFlaw.CUT_OFF),
        (START + (4).to_bytes(4) + b"free", VideoFlaw.CUT_OFF),
        (START + make_box(b"moov", make_box(b"mvhd", NARROW)[:-4]), VideoFlaw.CUT_OFF),
        (START + make_box(b"moov"), VideoFlaw.NO_LENGTH),
        (START + make_box(b"free") * 10_000, VideoFlaw.TOO_LONG),
    ],
)
def test_what_ends_too_early_or_never_is_refused(content: bytes, flaw: VideoFlaw) -> None:
    with pytest.raises(VideoRefused) as refusal:
        measure(content)
    assert refusal.value.flaw is flaw
