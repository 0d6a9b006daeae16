from kiosk.proximity.buffer import SightingBuffer
from kiosk.proximity.sighting import GONE_M, Sighting


def _see(shopper: str, heard_at: float, zone: str = "shoes") -> Sighting:
    return Sighting(shopper, zone, 1.0, heard_at)


def test_only_the_latest_sighting_of_a_shopper_in_a_zone_is_kept() -> None:
    buffer = SightingBuffer()

    for sighting in (_see("s", 1), _see("t", 2), _see("s", 3), _see("s", 4, "bags")):
        buffer.put(sighting)

    assert buffer.drain() == [_see("t", 2), _see("s", 3), _see("s", 4, "bags")]
    assert buffer.drain() == []


def test_that_a_device_is_in_reach_hides_no_measure_of_it() -> None:
    buffer = SightingBuffer()
    in_reach = Sighting("s", "shoes", GONE_M, 2, in_reach=True)

    assert [buffer.put(_see("s", 1)), buffer.put(in_reach)] == [True, False]
    assert buffer.drain() == [_see("s", 1)]
    assert buffer.put(in_reach)
    assert buffer.drain() == [in_reach]


def test_past_its_bound_the_longest_unchanged_is_dropped() -> None:
    buffer = SightingBuffer(most=2)

    for sighting in (_see("s", 1), _see("t", 2), _see("s", 3), _see("u", 4)):
        buffer.put(sighting)

    assert buffer.drain() == [_see("s", 3), _see("u", 4)]


def test_it_asks_to_be_drained_once() -> None:
    buffer = SightingBuffer()

    assert [buffer.put(_see("s", 1)), buffer.put(_see("s", 2)), buffer.put(_see("t", 3))] == [True, False, False]
    buffer.drain()
    assert buffer.put(_see("s", 4))
