import tomllib
from collections import Counter
from pathlib import Path

import pytest
from msgspec.json import encode

from kiosk.proximity.calibration import Calibration, Place
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.observation import Ignored, Observation
from kiosk.proximity.sniff.listen import make_pseudonyms
from kiosk.proximity.sniff.sniffer import UNKNOWN, Peer, Row, Sniffer
from kiosk.proximity.sniff.view import HERE, MOST_SHOWN, draw_table, write_settings
from kiosk.settings import Broker, Settings
from kiosk.settings.file import read_settings
from tests.doubles.samples import Sample, read_samples

BROKER = Broker("mqtt://broker.shop:1883")


def _row(device: str = "device-1", **more: object) -> Row:
    seen = Observation(device, "hall", **more)  # type: ignore[arg-type] # whatever a test says of it
    return Row("espresense", device, seen, first_at=10.0, last_at=14.0, count=9)


def _peer(zones: str, *topics: str) -> Peer:
    return Peer(5, 0, Counter(zones.split(",")), Counter(topics))


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

    assert tomllib.loads("\n".join(write_settings(one, BROKER))) == {
        "broker": {"url": "mqtt://broker.shop:1883"},
        "screen": {"zones": ["bath", "hall"]},
        "proximity": {"profile": "espresense"},
    }
    assert tomllib.loads("\n".join(write_settings(two, BROKER)))["proximity"] == {"profile": "auto"}


def test_topics_are_set_where_they_are_not_the_usual_ones() -> None:
    settings = write_settings({"tasmota": _peer('do"or', 'site/tele/do"or/SENSOR', "tele/door/SENSOR")}, BROKER)

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
    assert write_settings(peers, BROKER)[0].startswith(why)


def _sniff(*messages: tuple[str, bytes]) -> dict[str, Peer]:
    sniffer = Sniffer(make_pseudonyms(b"key"))
    sniffer.take([(topic.encode(), payload) for topic, payload in messages], 1.0)
    return sniffer.list_peers()


def _copy(tmp_path: Path, peers: dict[str, Peer], broker: Broker = BROKER) -> Settings:
    file = tmp_path / "kiosk.toml"
    file.write_text("\n".join(write_settings(peers, broker)), encoding="utf-8")
    return read_settings(file, {}, ("store.id=berlin", "screen.id=window-1"))


def _place(settings: Settings, zone: str | None) -> Place | None:
    return Calibration(settings.screen.zones, settings.proximity.gateways).find_place(zone)


@pytest.mark.parametrize("sample", [sample for sample in read_samples() if sample.topic], ids=str)
def test_what_is_printed_for_any_make_is_taken_as_settings_and_hears_that_gateway(
    tmp_path: Path, sample: Sample
) -> None:
    peers = _sniff((sample.heard_on, sample.body))
    if not any(peer.topics for peer in peers.values()):
        assert write_settings(peers, BROKER)[0].startswith("#")
        return
    settings = _copy(tmp_path, peers)

    (name,) = peers
    assert (settings.broker.url, settings.proximity.profile) == (BROKER.url, name)
    observed = PROFILES[name].observe(sample.heard_on, sample.body)
    assert not isinstance(observed, Ignored)
    placed = [one for one in observed if one.kind == "seen" and one.zone != one.device]
    assert all(_place(settings, one.zone) for one in placed)
    PROFILES[name].list_topics(Calibration(settings.screen.zones, settings.proximity.gateways).list_names())


def test_gateways_without_a_name_stand_here_beside_those_with_one(tmp_path: Path) -> None:
    peers = _sniff(("/ble/presence/a4:c1:38:7f:c1:e1", b"1"), ("espresense/devices/a/hall", b'{"rssi":-60,"raw":1}'))
    settings = _copy(tmp_path, peers)

    assert settings.screen.zones == ("hall", HERE)
    assert [_place(settings, zone) for zone in (None, "hall")] == [Place(HERE), Place("hall")]


def test_who_only_left_leaves_settings_that_can_be_taken(tmp_path: Path) -> None:
    assert _copy(tmp_path, _sniff(("location/paulus", b"not_home"))).screen.zones == (HERE,)


@pytest.mark.parametrize("zone", ["a+b", "a#", "bell\a"])
def test_a_place_that_no_setting_can_name_is_left_out(tmp_path: Path, zone: str) -> None:
    message = b'{"state":"TRACKED","zoneUuid":%s}' % encode(zone)
    topic = "br/o/b/f/positionEstimate/asset"

    assert _copy(tmp_path, _sniff((topic, message))).screen.zones == (HERE,)


def test_a_place_of_a_longer_name_than_a_setting_takes_is_left_out(tmp_path: Path) -> None:
    peers = _sniff(("espresense/devices/a/" + "x" * 129, b'{"rssi":-60,"raw":1}'))

    assert _copy(tmp_path, peers).screen.zones == (HERE,)


def test_the_authority_of_the_broker_is_named_too(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("")
    broker = Broker("mqtts://broker.shop", tmp_path / "ca.pem")

    assert _copy(tmp_path, _sniff(("zigbee2mqtt/door", b'{"presence":true}')), broker).broker == broker
