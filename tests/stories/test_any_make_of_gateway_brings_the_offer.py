"""A shop plugs in the gateways that it already owns: it names their make, and the right offer appears."""

from collections.abc import Mapping

import pytest
from msgspec.json import encode

from tests.doubles.bystander import Bystander
from tests.doubles.foreign_gateway import ROOM
from tests.doubles.foreign_shop import ANNAS_OFFER, BEACON, LOOP_OFFER
from tests.stories.conftest import Fitter

BATCH = {"gateway": "home", "heard": [{"tag": "stranger", "dbm": -40}, {"tag": BEACON, "dbm": -45}]}


@pytest.mark.parametrize(
    ("settings", "topic", "message"),
    [
        ({"profile": "auto"}, "room_presence/home", {"id": BEACON, "name": "Keys", "distance": 0.5}),
        ({"profile": "tasmota"}, f"tele/{ROOM}/SENSOR", {"IBEACON": {"MAC": BEACON, "RSSI": -45, "STATE": "ON"}}),
        (
            {"profile": "openmqttgateway", "gateways.shelf-7.zone": "home", "gateways.shelf-7.offset_db": 12},
            "house/shelf-7/BTtoMQTT/5210A84690AC",
            {"id": "52:10:A8:46:90:AC", "rssi": -59, "uuid": BEACON},
        ),
        ({"profile": "generic"}, "shop/gateways/home", BATCH),
    ],
    ids=["auto", "tasmota", "openmqttgateway", "generic"],
)
def test_a_known_shopper_is_recognised(
    fitter: Fitter, gateway: Bystander, settings: Mapping[str, object], topic: str, message: object
) -> None:
    mapping = {"topic": "shop/gateways/+", "items": "heard", "device": "tag", "zone": "gateway", "rssi": "dbm"}
    screen = fitter.make(
        {f"proximity.{name}": value for name, value in settings.items()}
        | {f"mapping.{name}": path for name, path in mapping.items()}
    )
    screen.open()

    said = screen.await_heard(lambda: gateway.say(topic, encode(message)))

    assert said["offer"] == ANNAS_OFFER
    assert BEACON not in screen.log


def test_somebody_unknown_is_offered_what_is_for_everybody_until_she_leaves(fitter: Fitter, gateway: Bystander) -> None:
    screen = fitter.make({"proximity.profile": "zigbee2mqtt"})
    screen.open()

    present = b'{"presence":true,"target_distance":null,"linkquality":91}'
    said = screen.await_heard(lambda: gateway.say("zigbee2mqtt/home", present))
    assert said["offer"] == LOOP_OFFER

    since = screen.mark()
    gateway.say("zigbee2mqtt/home", b'{"presence":false,"linkquality":91}')
    screen.await_shown("loop", since)
