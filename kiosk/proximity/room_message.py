"""The message that Home Assistant's mqtt_room reads and several gateways write: id, name and a distance.

Source: home-assistant/core homeassistant/components/mqtt_room/sensor.py.
"""

from msgspec import Struct, field
from msgspec.json import Decoder

from kiosk.proximity.lenient import Number, is_absurd, read_positive, read_rssi
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import Name, parse


class RoomMessage(Struct):
    """What may stand in it; only `id` and `distance` (metres) must."""

    id: Name = None
    distance: Number = None
    rssi: Number = None
    rssi_at_1m: Number = field(name="rssi@1m", default=None)
    raw: Number = None


_decoder = Decoder(RoomMessage)


def observe_room(zone: str | None, payload: bytes) -> Observed:
    """The device and how far from that room it is."""
    message = parse(_decoder.decode, payload)
    if isinstance(message, Ignored):
        return message
    if not message.id:
        return Ignored("no device")
    if is_absurd(message.distance):
        return Ignored("absurd distance")
    distance_m = read_positive(message.distance)
    if distance_m is None:
        return Ignored("no distance")
    return (
        Observation(
            device=message.id,
            zone=zone or None,
            distance_m=distance_m,
            rssi=read_rssi(message.rssi),
            rssi_at_1m=read_rssi(message.rssi_at_1m),
            fast_m=read_positive(message.raw),
        ),
    )
