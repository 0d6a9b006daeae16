from datetime import UTC, datetime

from msgspec.json import encode

from kiosk.proximity.calibration import Calibration
from kiosk.proximity.recognition import Recogniser
from kiosk.proximity.replay import Replay, Transition
from kiosk.proximity.sighting import Sighting
from kiosk.proximity.tracker import Tracker
from kiosk.settings.proximity import Gateway

EVERYWHERE = Calibration((), {})


def _catch(at_s: float, topic: str, payload: object, retain: int = 0) -> bytes:
    tst = datetime.fromtimestamp(1_000_000 + at_s, UTC).isoformat()
    return encode({"tst": tst, "topic": topic, "retain": retain, "payload": encode(payload).decode()})


def _hear(at_s: float, raw: float, room: str = "shoes", device: str = "watch:darrell") -> bytes:
    return _catch(at_s, f"espresense/devices/{device}/{room}", {"id": device, "rssi": -60, "raw": raw})


def _play(lines: list[bytes], *zones: str) -> list[Transition]:
    tracker = Tracker(near_m=2.0, far_factor=2.0, dwell_s=0.5, leave_s=8.0)
    return list(Replay(Recogniser(), tracker, Calibration(zones, {})).play(lines))


def test_who_comes_and_goes_is_told_with_times_and_under_a_pseudonym() -> None:
    told = _play([_hear(0, 9.0), _hear(2.25, 1.0), _hear(30, 9.0)])

    assert told == [Transition(2.25, "near", "device-1", "shoes", 1.01), Transition(10.25, "left", "device-1", "shoes")]


def test_nobody_leaves_after_the_last_message() -> None:
    assert [one.event for one in _play([_hear(0, 1.0)])] == ["near"]


def test_only_the_zones_of_the_screen_count() -> None:
    lines = [_hear(0, 1.0, "bags"), _hear(1, 1.0, "shoes")]

    assert [one.zone for one in _play(lines, "shoes")] == ["shoes"]
    assert [one.zone for one in _play(lines)] == ["bags"]


def test_gateways_are_calibrated_as_for_the_screen() -> None:
    lines = [_hear(0, 3.0, "shelf-7"), _hear(1, 3.0, "shelf-7"), _hear(2, 3.0, "bags")]
    tracker = Tracker(near_m=2.0, far_factor=2.0, dwell_s=0.5, leave_s=8.0)
    calibration = Calibration(("shoes",), {"Shelf 7": Gateway("shoes", offset_db=9)})

    told = list(Replay(Recogniser(), tracker, calibration).play(lines))

    assert [(one.event, one.zone) for one in told] == [("near", "shoes")]
    assert _play(lines) == []


def test_what_two_topics_say_of_one_zone_counts_once() -> None:
    watched = list[Sighting]()
    calibration = Calibration(("shoes",), {"shelf-7": Gateway("shoes")})
    replay = Replay(Recogniser(), Tracker(2.0, 2.0, 0.5, 8.0), calibration, watch=watched.append)

    list(replay.play([_hear(0, 1.0, "shoes"), _hear(0, 1.0, "shelf-7"), _hear(1, 1.0, "shoes")]))

    assert [one.heard_at for one in watched] == [0, 1]


def test_devices_are_followed_each_by_itself() -> None:
    told = _play([_hear(0, 1.0), _hear(1, 1.0, device="other"), _hear(2, 1.0)])

    assert [one.device for one in told] == ["device-1", "device-2"]


def test_somebody_without_a_device_comes_and_goes() -> None:
    radar = "zigbee2mqtt/shoes"

    told = _play([_catch(0, radar, {"presence": True}), _catch(100, radar, {"presence": False})])

    assert [(one.at_s, one.event, one.device) for one in told] == [(0, "near", "somebody"), (100, "left", "somebody")]


def test_who_is_gone_from_everywhere_is_gone_from_each_zone() -> None:
    theengs = "home/TheengsGateway/BTtoMQTT/AABBCCDDEEFF"
    here = {"id": "AA:BB:CC:DD:EE:FF", "rssi": -40}
    away = {"id": "AA:BB:CC:DD:EE:FF", "presence": "absent"}

    told = _play([_catch(0, theengs, here), _catch(1, theengs, here), _catch(2, theengs, away)])

    assert [(one.at_s, one.event) for one in told] == [(0, "near"), (2, "left")]


def test_what_a_gateway_kept_back_brings_nobody() -> None:
    replay = Replay(Recogniser(), Tracker(2.0, 2.0, 0.5, 8.0), EVERYWHERE)
    lines = [
        _catch(at_s, "mt/gateway/a/device/b/rssi", {"parent": "a", "rssi": -40, "time": 1_000_000 + said_s})
        for at_s, said_s in ((0, -600), (1, 1), (2, -300))
    ]

    assert [one.at_s for one in replay.play(lines)] == [1]
    assert (replay.heard, replay.late) == (3, 2)


def test_a_clock_that_was_set_back_counts_as_no_time() -> None:
    told = _play([_hear(100, 1.0), _hear(50, 9.0), _hear(102, 1.0), _hear(120, 9.0)])

    assert [(one.at_s, one.event) for one in told] == [(0, "near"), (10, "left")]


def test_what_is_no_message_is_counted_and_passed_over() -> None:
    replay = Replay(Recogniser(), Tracker(2.0, 2.0, 0.5, 8.0), EVERYWHERE)
    lines = [b"nonsense", _catch(0, "espresense/devices/a/b", "nonsense"), _hear(1, 1.0), _catch(2, "x", 1, retain=1)]

    assert len(list(replay.play(lines))) == 1
    assert (replay.heard, replay.ignored) == (1, 3)


def test_the_time_between_messages_is_waited_for_and_each_sighting_is_watched() -> None:
    waited, watched = list[float](), list[Sighting]()
    replay = Replay(Recogniser(), Tracker(2.0, 2.0, 0.5, 8.0), EVERYWHERE, watch=watched.append, wait=waited.append)

    list(replay.play([_hear(0, 1.0), _hear(5, 1.0), _hear(20, 1.0)]))

    assert sum(waited) == 20
    assert [one.heard_at for one in watched] == [0, 5, 20]
