from kiosk.proximity.observation import Observation
from kiosk.proximity.sniff.sniffer import MOST_NAMES, MOST_ROWS, UNKNOWN, Sniffer, generalise

ROOM = b"room_presence/hall"


def _say(device: str, distance_m: float = 1.0) -> tuple[bytes, bytes]:
    return ROOM, b'{"id":"%s","distance":%f}' % (device.encode(), distance_m)


def test_a_device_is_one_row_with_its_latest_figures_and_its_pace() -> None:
    sniffer = Sniffer(str.upper)

    for second in range(5):
        sniffer.take([_say("a", 1.0 + second)], 10.0 + second)
    sniffer.take([_say("b")], 20.0)

    later, earlier = sniffer.list_rows()
    assert (later.device, later.rate) == ("B", 0.0)
    assert (earlier.device, earlier.peer, earlier.last.zone, earlier.last.distance_m) == (
        "A",
        "ha-mqtt-room",
        "hall",
        5.0,
    )
    assert (earlier.count, earlier.rate, earlier.last_at) == (5, 1.0, 14.0)


def test_each_make_is_counted_with_its_zones_and_topics() -> None:
    sniffer = Sniffer(str)

    sniffer.take([_say("a"), (b"zigbee2mqtt/door", b'{"presence":true}'), (b"house/lamp", b"on")], 1.0)

    peers = sniffer.list_peers()
    assert {name: peer.messages for name, peer in peers.items()} == {"ha-mqtt-room": 1, "zigbee2mqtt": 1, UNKNOWN: 1}
    assert list(peers["ha-mqtt-room"].zones) == ["hall"]
    assert list(peers["zigbee2mqtt"].topics) == ["zigbee2mqtt/door"]
    assert {row.device for row in sniffer.list_rows()} == {"a", "somebody"}


def test_thousands_of_ids_fill_no_memory() -> None:
    sniffer = Sniffer(str)

    sniffer.take([_say(f"d{number}") for number in range(3 * MOST_ROWS)], 1.0)
    sniffer.take([(b"rooms/z%d" % number, b'{"id":"a","distance":1}') for number in range(3 * MOST_NAMES)], 2.0)

    assert len(sniffer.list_rows()) == MOST_ROWS
    peer = sniffer.list_peers()["ha-mqtt-room"]
    assert (len(peer.zones), len(peer.topics)) == (MOST_NAMES, MOST_NAMES)


def test_topics_with_the_keys_of_phones_are_not_looked_at() -> None:
    sniffer = Sniffer(str)

    sniffer.take([(b"espresense/rooms/hall/known_irks", b"00112233"), (b"espresense/settings/a/config", b"{}")], 1.0)

    assert sniffer.list_peers() == {}


def test_a_topic_is_told_without_the_device_in_it() -> None:
    assert generalise("gw/hall/AABB", Observation("aa:bb", "hall")) == "gw/hall/+"
    assert generalise("gw/hall/Aa_bB", Observation("aa:bb", "hall")) == "gw/hall/+"
    assert generalise("own/jane/phone/event", Observation("jane/phone", "hall")) == "own/+/+/event"
    assert generalise("gw/hall/card", Observation("aa", "hall", aliases=("card",))) == "gw/hall/+"
    assert generalise("/gw/hall", Observation(None, "hall")) == "/gw/hall"


def test_a_zone_that_is_the_device_is_told_by_its_label() -> None:
    sniffer = Sniffer(lambda _device: "device-1")

    sniffer.take([(b"room_presence/aa_bb_cc", b'{"id":"AA:BB:CC","distance":1}')], 1.0)

    (row,) = sniffer.list_rows()
    peer = sniffer.list_peers()["ha-mqtt-room"]
    assert (row.device, row.last.zone, list(peer.zones)) == ("device-1", "device-1", ["device-1"])
    assert list(peer.topics) == ["room_presence/+"]
