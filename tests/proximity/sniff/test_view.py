import tomllib
from collections import Counter

import pytest

from kiosk.proximity.observation import Observation
from kiosk.proximity.sniff.sniffer import UNKNOWN, Peer, Row
from kiosk.proximity.sniff.view import MOST_SHOWN, draw_table, write_settings


def _row(device: str = "device-1", **more: object) -> Row:
    seen = Observation(device, "hall", **more)  # type: ignore[arg-type] # whatever a test says of it
    return Row("espresense", device, seen, first_at=10.0, last_at=14.0, count=9)


def _peer(zones: str, *topics: str) -> Peer:
    return Peer(5, Counter(zones.split(",")), Counter(topics))


def test_the_table_shows_each_device_with_its_figures() -> None:
    rows = [_row(distance_m=1.26, rssi=-61.4), _row(kind="left")]

    lines = draw_table(rows, {"espresense": Peer(7), UNKNOWN: Peer(2)}, now=17.0)

    assert lines[0] == "messages: ? 2, espresense 7"
    assert lines[3].split() == ["espresense", "device-1", "hall", "1.3", "-61", "2.0", "3"]
    assert lines[4].split() == ["espresense", "device-1", "hall", "left", "-", "2.0", "3"]


def test_a_long_table_says_how_much_more_there_is() -> None:
    lines = draw_table([_row(f"d{number}") for number in range(MOST_SHOWN + 3)], {}, now=17.0)

    assert lines[-1] == "and 3 more"
    assert lines[0] == "messages: nothing yet"


def test_no_name_from_outside_reaches_the_terminal_as_a_command() -> None:
    assert "\x1b" not in "".join(draw_table([_row("\x1b[2J")], {}, now=17.0))


def test_one_make_is_named_in_the_settings_and_several_are_found_out() -> None:
    one = {"espresense": _peer("hall,bath", "espresense/devices/+/hall", "espresense/devices/+/bath"), UNKNOWN: Peer(9)}
    two = one | {"tasmota": _peer("door", "tele/door/SENSOR")}

    assert tomllib.loads("\n".join(write_settings(one))) == {
        "screen": {"zones": ["bath", "hall"]},
        "proximity": {"profile": "espresense"},
    }
    assert tomllib.loads("\n".join(write_settings(two)))["proximity"] == {"profile": "auto"}


def test_topics_are_set_where_they_are_not_the_usual_ones() -> None:
    settings = write_settings({"tasmota": _peer('do"or', 'site/tele/do"or/SENSOR', "tele/door/SENSOR")})

    assert tomllib.loads("\n".join(settings))["proximity"]["topics"] == ['site/tele/do"or/SENSOR', "tele/door/SENSOR"]


@pytest.mark.parametrize(
    ("peers", "why"),
    [
        ({}, "# No messages came"),
        ({UNKNOWN: Peer(3)}, "# Messages came, of no known make"),
        ({UNKNOWN: Peer(3), "tasmota": Peer(1)}, "# Messages came, but none that tells of a device"),
    ],
)
def test_where_there_is_nothing_to_set_it_says_why(peers: dict[str, Peer], why: str) -> None:
    assert write_settings(peers)[0].startswith(why)
