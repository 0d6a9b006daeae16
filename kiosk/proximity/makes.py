"""Every make of gateway that is understood, so that the next one is one file and one line."""

from itertools import chain

from kiosk.proximity.gateways import (
    aprilbrother,
    ble2mqtt,
    bluerange,
    cassia,
    espresense,
    espruinohub,
    ha_device_tracker,
    ha_mqtt_room,
    happy_bubbles,
    ingics,
    kontakt,
    meraki,
    meshtech,
    minew,
    monitor,
    nuki_hub,
    omlox,
    openmqttgateway,
    owntracks,
    room_assistant,
    tasmota,
    theengs,
    zigbee2mqtt,
)
from kiosk.proximity.profile import Profile

PROFILES: dict[str, Profile] = {
    "espresense": espresense,
    "room-assistant": room_assistant,
    "owntracks": owntracks,
    "tasmota": tasmota,
    "zigbee2mqtt": zigbee2mqtt,
    "minew": minew,
    "ingics": ingics,
    "cassia": cassia,
    "aprilbrother": aprilbrother,
    "espruinohub": espruinohub,
    "happy-bubbles": happy_bubbles,
    "kontakt": kontakt,
    "meshtech": meshtech,
    "bluerange": bluerange,
    "nuki-hub": nuki_hub,
    "omlox": omlox,
    "meraki": meraki,
    "ble2mqtt": ble2mqtt,
    "theengs": theengs,
    "openmqttgateway": openmqttgateway,
    "monitor": monitor,
    "ha-mqtt-room": ha_mqtt_room,
    "ha-device-tracker": ha_device_tracker,
}
"""By the name in the setting `proximity.profile`, in the order in which they are asked for an unknown message: those
that recognise by little come last."""
ALL_MAKES = "auto"
_PLACEHOLDER = "any-zone"


def list_usual_topics(make: str) -> tuple[str, ...]:
    """The usual topics of this make of gateway, or of all of them (`auto`), in every zone; none: there is no such."""
    known = PROFILES if make == ALL_MAKES else {name: PROFILES[name] for name in [make] if name in PROFILES}
    topics = chain.from_iterable(profile.list_topics([_PLACEHOLDER]) for profile in known.values())
    return tuple(dict.fromkeys(topic.replace(_PLACEHOLDER, "+") for topic in topics))
