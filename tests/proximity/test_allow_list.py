import tracemalloc

import pytest

from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.contract.shopper import Shopper
from kiosk.core.events import SOMEBODY
from kiosk.proximity.allow_list import LONGEST_ID, LONGEST_TOPIC, REMEMBERED, Admission, AllowList
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Observation

KEY = bytes(range(32))
PROFILE = PROFILES["espresense"]


def _enrol(device: str, consents: frozenset[str] = frozenset({"proximity"})) -> dict[str, Shopper]:
    digest = hash_id(KEY, "proximity", normalise_proximity_id(device))
    return {"s_1": Shopper("s_1", proximity=(digest,), consents=consents)}


@pytest.mark.parametrize("written", ["iBeacon:E5CA-1-2", "ibeacon e5ca_1_2", "IBEACON:e5:ca:1:2"])
def test_an_opted_in_device_is_known_however_it_is_written(written: str) -> None:
    allowed = AllowList(PROFILE, KEY, _enrol("iBeacon:e5ca-1-2"))

    assert allowed.admit(f"espresense/devices/{written}/shoes".encode()) is Admission.NAMED
    assert allowed.identify(Observation(written, "shoes")) == "s_1"


@pytest.mark.parametrize("topic", [b"espresense/devices/other/shoes", b"\xff\xfe"])
def test_everything_else_is_nobody(topic: bytes) -> None:
    assert AllowList(PROFILE, KEY, _enrol("watch:one")).admit(topic) is None


def test_a_topic_that_names_no_device_leaves_it_to_the_message() -> None:
    allowed = AllowList(PROFILE, KEY, _enrol("watch:one"))

    assert allowed.admit(b"espresense/rooms/shoes") is Admission.UNREAD
    assert allowed.identify(Observation("other", "shoes")) is None


def test_a_device_is_known_by_any_of_its_ids() -> None:
    allowed = AllowList(PROFILE, KEY, _enrol("1de4-0-7"))

    assert allowed.identify(Observation("aa:bb", "shoes", aliases=("1de4", "1DE4-0-7"))) == "s_1"


def test_who_is_seen_without_a_device_is_somebody() -> None:
    allowed = AllowList(PROFILE, None, {})

    assert allowed.identify(Observation(None, "shoes")) == SOMEBODY
    assert allowed.identify(Observation(None, "shoes", aliases=("paulus",))) is None
    assert allowed.knows(SOMEBODY)


def test_a_member_who_did_not_consent_to_it_is_nobody() -> None:
    allowed = AllowList(PROFILE, KEY, _enrol("watch:one", frozenset({"personal_offers"})))

    assert allowed.admit(b"espresense/devices/watch:one/shoes") is None
    assert not allowed.knows("s_1")


def test_without_the_store_key_nobody_is_known() -> None:
    assert AllowList(PROFILE, None, _enrol("watch:one")).admit(b"espresense/devices/watch:one/shoes") is None


def test_it_shows_no_device_to_whoever_prints_it() -> None:
    allowed = AllowList(PROFILE, KEY, _enrol("watch:one"))
    allowed.admit(b"espresense/devices/stranger/shoes")

    assert "stranger" not in repr(vars(allowed))
    assert allowed.judged.cache_info().currsize == 1


def test_rotating_ids_fill_no_memory() -> None:
    allowed = AllowList(PROFILE, KEY, _enrol("watch:one"))

    for number in range(REMEMBERED + 100):
        assert allowed.identify(Observation(f"stranger-{number}", "shoes")) is None

    assert allowed.owners.cache_info().currsize == REMEMBERED


def test_ids_longer_than_any_real_one_fill_no_memory() -> None:
    allowed = AllowList(PROFILE, KEY, _enrol("watch:one"))
    tracemalloc.start()
    try:
        for number in range(100):
            assert allowed.admit(b"espresense/devices/%d%s/shoes" % (number, b"x" * LONGEST_TOPIC)) is None
            assert allowed.admit(b"espresense/devices/%d%s/shoes" % (number, b"x" * LONGEST_ID)) is None
            assert allowed.identify(Observation(f"{number}{'x' * 8_000}", "shoes")) is None
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert held < 100 * 2 * LONGEST_TOPIC


@pytest.mark.parametrize(("length", "owner"), [(LONGEST_ID, "s_1"), (LONGEST_ID + 1, None)])
def test_an_id_is_known_up_to_the_length_that_any_make_has(length: int, owner: str | None) -> None:
    device = "x" * length

    assert AllowList(PROFILE, KEY, _enrol(device)).identify(Observation(device, "shoes")) == owner
