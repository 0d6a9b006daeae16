"""The settings of the gateways, and of who counts as near."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from kiosk.settings.kinds import Seconds, Text

Make = Literal[
    "espresense",
    "room-assistant",
    "owntracks",
    "tasmota",
    "zigbee2mqtt",
    "minew",
    "ingics",
    "cassia",
    "aprilbrother",
    "espruinohub",
    "happy-bubbles",
    "kontakt",
    "meshtech",
    "bluerange",
    "nuki-hub",
    "omlox",
    "meraki",
    "ble2mqtt",
    "theengs",
    "openmqttgateway",
    "monitor",
    "ha-mqtt-room",
    "ha-device-tracker",
    "auto",
    "generic",
    "none",
]


class Gateway(Struct, frozen=True, forbid_unknown_fields=True):
    """Where one gateway stands, and by how many decibels it hears worse (above 0) or better than the others."""

    zone: Text | None = None
    offset_db: Annotated[float, Meta(ge=-60, le=60)] = 0.0


class Proximity(Struct, frozen=True, forbid_unknown_fields=True):
    """How presence is judged."""

    profile: Annotated[Make, Meta(description="Which gateways the store has; `auto` finds out message by message.")] = (
        "espresense"
    )
    topics: Annotated[
        tuple[Text, ...], Meta(description="What to listen to, where the gateways do not use their usual topics.")
    ] = ()
    gateways: Annotated[
        dict[Text, Gateway],
        Meta(
            title="a table by gateway, each with zone or offset_db or both",
            description="Where gateways stand that are not named like zones, and what to add to the strength that they"
            " report, such as {shelf-7 = {zone = 'shoes', offset_db = -3}}; `*` is any that gives no name.",
        ),
    ] = field(default_factory=dict[Text, Gateway])
    near_m: Annotated[float, Meta(gt=0, le=20, description="A shopper within this many metres is near.")] = 2.0
    far_factor: Annotated[
        float,
        Meta(ge=1, le=10, description="Who is near stays so until this many times as far: it keeps the edge calm."),
    ] = 2.0
    dwell_s: Annotated[Seconds, Meta(description="So long a shopper must be near before it counts.")] = 0.5
    leave_s: Annotated[
        Seconds, Meta(description="Silence that means gone; stretched for a beacon that advertises seldom.")
    ] = 8.0


class Mapping(Struct, frozen=True, forbid_unknown_fields=True):
    """How a gateway that Vitrine does not know is read (`proximity.profile` is `generic`).

    A path names members of the JSON message, such as `beacon.id`, or `.` for all of it.
    """

    topic: Annotated[
        str, Meta(description="Its topic, with {zone} and {device} where it names them and + for any other part.")
    ] = ""
    items: Annotated[str, Meta(description="Path of the list, where one message tells of several devices.")] = ""
    device: Annotated[
        str, Meta(description="Path of the device's id; without one, and none in the topic, it is anybody.")
    ] = ""
    zone: Annotated[str, Meta(description="Path of the zone or the gateway's name.")] = ""
    rssi: Annotated[str, Meta(description="Path of the signal strength in dBm.")] = ""
    rssi_at_1m: Annotated[str, Meta(description="Path of the strength a metre away in dBm.")] = ""
    distance: Annotated[str, Meta(description="Path of the distance in metres.")] = ""
    time: Annotated[str, Meta(description="Path of when it was heard: what comes much later is passed over.")] = ""
    left: Annotated[
        str, Meta(description="Path and value that say that the device is gone, such as `state=not_home`.")
    ] = ""
