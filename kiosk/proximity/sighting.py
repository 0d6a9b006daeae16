"""What an observation comes to once it is known whose device it speaks of."""

from msgspec import Struct

from kiosk.proximity.observation import Kind, Observation
from kiosk.proximity.path_loss import reckon_distance

RSSI_AT_1M = -59
"""dBm a metre away from a sender that says nothing of itself: what most beacons are set to."""
GONE_M = 100.0


class Sighting(Struct, frozen=True):
    """An opted-in shopper's device was heard in a zone, or was said to have `left` it.

    `shopper` is the pseudonym; `heard_at` is the monotonic arrival of the message in seconds (a gateway's own clock is
    never believed); `trigger` is the message's own id, if it carried one.
    `distance_m` follows the signal at once; it is 0 where a gateway says that somebody is there, without a distance.
    `stated_m` is the gateway's own distance, often slow, and `fast_m` its unfiltered one; `rssi` and `rssi_at_1m` are
    dBm; `interval_s` is how often the device is heard, where the gateway says so. `in_reach` is evidence that she has
    not gone out of reach, and none that she is near.
    """

    shopper: str
    zone: str
    distance_m: float
    heard_at: float
    rssi: int | None = None
    interval_s: float | None = None
    trigger: str | None = None
    kind: Kind = "seen"
    rssi_at_1m: int | None = None
    fast_m: float | None = None
    stated_m: float | None = None
    in_reach: bool = False


def make_sighting(shopper: str, zone: str, observation: Observation, heard_at: float) -> Sighting:
    """The sighting of this shopper in this zone that an observation comes to."""
    rssi, rssi_at_1m = observation.rssi, observation.rssi_at_1m
    return Sighting(
        shopper=shopper,
        zone=zone,
        distance_m=_estimate(observation),
        heard_at=heard_at,
        rssi=None if rssi is None else round(rssi),
        interval_s=observation.interval_s,
        kind=observation.kind,
        rssi_at_1m=None if rssi_at_1m is None else round(rssi_at_1m),
        fast_m=observation.fast_m,
        stated_m=observation.distance_m,
        in_reach=observation.in_reach,
    )


def _estimate(observation: Observation) -> float:
    """Metres; the gateway's own distance counts only where nothing faster is given.

    A filtered one follows a step only after 8 to 20 s (ESPresense#770).
    """
    if observation.kind == "left" or observation.in_reach:
        return GONE_M
    if observation.fast_m is not None:
        return observation.fast_m
    if observation.rssi is not None and (observation.rssi_at_1m is not None or observation.distance_m is None):
        return reckon_distance(observation.rssi, observation.rssi_at_1m or RSSI_AT_1M)
    return observation.distance_m or 0.0
