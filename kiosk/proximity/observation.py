"""What a gateway's message says, before it is known whose device it speaks of."""

from typing import Literal, TypeAlias

from msgspec import Struct

Kind: TypeAlias = Literal["seen", "left"]


class Observation(Struct, frozen=True):
    """What one message says of one device at one place; `device` is `None` where it only says that somebody is there.

    `zone` is the gateway's name for the place. `distance_m` is what the message itself states, `fast_m` an unfiltered
    estimate beside it; `rssi` and `rssi_at_1m` are dBm; `interval_s` is how often more may be expected. `left`: the
    gateway says that the device is gone. `aliases` are further ids of the same device in the same message. `said_at` is
    when it was heard by the gateway's own clock, in seconds since the epoch, where the message says so. `in_reach`:
    it says that the device is in reach of a radio, which may be metres or a street away, and nothing of how near.
    """

    device: str | None
    zone: str | None
    distance_m: float | None = None
    rssi: float | None = None
    kind: Kind = "seen"
    rssi_at_1m: float | None = None
    interval_s: float | None = None
    fast_m: float | None = None
    aliases: tuple[str, ...] = ()
    said_at: float | None = None
    in_reach: bool = False


class Ignored(Struct, frozen=True):
    """A message that is no evidence of anybody, and why: never a text out of the message.

    `broken` where its sender does not keep to its own format, which somebody should look at.
    """

    reason: str
    broken: bool = False


Observed: TypeAlias = tuple[Observation, ...] | Ignored
