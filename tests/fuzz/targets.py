"""The readers of bytes from outside, each with its refusals and with real messages to begin with."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.json import encode

from kiosk.contract.video import VideoRefused
from kiosk.contract.video_file import measure_video
from kiosk.errors import KioskError
from kiosk.fleet.command import read_command
from kiosk.fleet.namesake import Namesake
from kiosk.fleet.notice_message import NoticeRefused, read_notice
from kiosk.learning.exchange import read_offers
from kiosk.loyalty.failure import WireRefused
from kiosk.loyalty.wire import parse_catalogue, parse_shoppers
from kiosk.mqtt.frames import FrameCutter, MalformedFrame
from kiosk.nfc.claim import find_claim
from kiosk.proximity.beacon_frame import find_beacon, read_manufacturer_data
from kiosk.proximity.decode import LineDecoder
from kiosk.proximity.makes import ALL_MAKES, PROFILES
from kiosk.proximity.minew_frame import observe_frame
from kiosk.settings.file import read_settings
from kiosk.shop.card import write_uri
from kiosk.signage.anthias import read_anthias
from kiosk.signage.listing import ListRefused
from kiosk.signage.smil import read_smil
from kiosk.signage.svg import find_drawing_flaw
from kiosk.signage.toml_list import read_toml_list
from tests.doubles.samples import Sample, read_samples
from tests.doubles.videos import GREEN, VIOLET
from tests.fuzz import seeds
from tests.nfc.samples import MEMBER, SHORT_SUN_URL, SUN_URL
from tests.proximity.test_generic import BATCH, FLAT, NUMBER, WORD


class Target(Struct, frozen=True):
    """`take` reads bytes of any origin and may raise nothing but `refusals`; `seeds` are what it is there for."""

    take: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    refusals: tuple[type[Exception], ...] = ()

    def try_out(self, data: bytes) -> None:
        """Let it read; raises what nobody foresaw."""
        with suppress(*self.refusals):
            self.take(data)


def _decode_message(data: bytes) -> None:
    """The first line is the topic."""
    topic, _, payload = data.partition(b"\n")
    line = encode({"topic": topic.decode(errors="replace"), "payload": payload.hex(), "encoding": "hex"})
    _decode_line(line)


def _decode_line(line: bytes) -> None:
    assert b"\n" not in LineDecoder(ALL_MAKES, PROFILES, lambda: 0.0).answer(line)


def _map_message(data: bytes) -> None:
    topic, _, payload = data.partition(b"\n")
    for generic in (FLAT, BATCH, WORD, NUMBER):
        generic.observe(topic.decode(errors="replace"), payload)


def _find_beacons(data: bytes) -> None:
    find_beacon(data)
    read_manufacturer_data(data)
    observe_frame(data)


def _read_settings(data: bytes) -> None:
    with NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        read_settings(Path(file.name), {})


def _judge_drawing(data: bytes) -> None:
    with NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        find_drawing_flaw(Path(file.name))


def _measure_video(data: bytes) -> None:
    measure_video(BytesIO(data))


def _hear_namesake(data: bytes) -> None:
    Namesake("2026-11-22T09:00:00.000Z").hear(data, 0.0)


def _join(sample: Sample) -> bytes:
    return sample.heard_on.encode() + b"\n" + sample.body


ZONE = ZoneInfo("Europe/Berlin")
_SAMPLES = read_samples()
_LINES = tuple(encode({"topic": one.topic, "payload": one.payload, "encoding": one.encoding}) for one in _SAMPLES)

READERS = {
    "message": Target(_decode_message, tuple(_join(sample) for sample in _SAMPLES)),
    "line": Target(_decode_line, _LINES),
    "generic": Target(_map_message, seeds.MAPPED),
    "beacon": Target(_find_beacons, seeds.ADVERTS),
    "card": Target(find_claim, tuple(write_uri(uri) for uri in (MEMBER, SUN_URL, SHORT_SUN_URL))),
    "settings": Target(_read_settings, seeds.SETTINGS, (KioskError,)),
    "learnt": Target(read_offers, seeds.LEARNT),
    "status": Target(_hear_namesake, seeds.STATUS),
    "notice": Target(read_notice, seeds.NOTICES, (NoticeRefused,)),
    "command": Target(read_command, seeds.COMMANDS),
    "catalogue": Target(parse_catalogue, seeds.CATALOGUES, (WireRefused,)),
    "shoppers": Target(parse_shoppers, seeds.SHOPPERS, (WireRefused,)),
    "playlist": Target(partial(read_toml_list, files=("1.jpg",), zone=ZONE), seeds.TOML_LISTS, (ListRefused,)),
    "smil": Target(partial(read_smil, zone=ZONE), seeds.SMIL, (ListRefused,)),
    "anthias": Target(partial(read_anthias, zone=ZONE), seeds.ANTHIAS, (ListRefused,)),
    "drawing": Target(_judge_drawing, seeds.DRAWINGS),
    "video": Target(_measure_video, tuple(path.read_bytes() for path in (GREEN, VIOLET)), (VideoRefused,)),
    "frames": Target(FrameCutter().cut, seeds.FRAMES, (MalformedFrame,)),
}


def _read_any(data: bytes) -> None:
    """The first byte says who reads the others."""
    readers = tuple(READERS.values())
    readers[data[0] % len(readers) if data else 0].try_out(data[1:])


_ALL = tuple(bytes((place,)) + seed for place, reader in enumerate(READERS.values()) for seed in reader.seeds)

TARGETS = READERS | {"all": Target(_read_any, _ALL)}
"""By the name that `tests.fuzz.hunt` takes."""
