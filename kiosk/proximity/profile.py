"""One shape for every make of gateway, so that the next one is one file and one line."""

from collections.abc import Iterable
from typing import Protocol

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
from kiosk.proximity.observation import Observed


class Profile(Protocol):
    """How one make of gateway speaks; a module of `gateways` fits as it stands."""

    def list_topics(self, zones: Iterable[str], /) -> tuple[str, ...]:
        """What to subscribe to for these zones and no others; raises `SettingRefused` for a zone that none can be."""
        ...

    def name_device(self, topic: str, /) -> str | None:
        """The raw device id that the topic alone names, so that a stranger's message is dropped unread.

        `None`: the payload has to be read.
        """
        ...

    def recognise(self, topic: str, payload: bytes, /) -> bool:
        """Whether this message surely is of this make; an empty topic is an unknown one."""
        ...

    def observe(self, topic: str, payload: bytes, /) -> Observed:
        """What any message whatsoever says; it never raises."""
        ...


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
