"""Every make of gateway that is understood, so that the next one is one file and one line."""

from kiosk.proximity.gateways import (
    aprilbrother,
    bluerange,
    cassia,
    espresense,
    espruinohub,
    ha_device_tracker,
    ha_mqtt_room,
    happy_bubbles,
    ingics,
    kontakt,
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
    "theengs": theengs,
    "openmqttgateway": openmqttgateway,
    "monitor": monitor,
    "ha-mqtt-room": ha_mqtt_room,
    "ha-device-tracker": ha_device_tracker,
}
"""By the name in the setting `proximity.profile`, in the order in which they are asked for an unknown message: those
that recognise by little come last."""
