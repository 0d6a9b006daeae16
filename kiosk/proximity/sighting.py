"""What a gateway's message comes to: a reading, then, once it is known whose, a sighting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One gateway heard one device; whose it is, the reading does not know.

    `distance_m` follows the signal at once: the gateway's unfiltered estimate, or path loss. `interval_s` is how often
    the device advertises, where the gateway says so.
    """

    distance_m: float
    rssi: int | None = None
    interval_s: float | None = None
    trigger: str | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """A message that is no evidence of anybody, and why: never a text out of the message.

    `broken` where its sender does not keep to its own format, which somebody should look at.
    """

    reason: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """An opted-in shopper's device was heard in a zone.

    `shopper` is the pseudonym; `heard_at` is the monotonic arrival of the message in seconds (a gateway's own clock is
    never believed); `trigger` is the message's own id, if it carried one.
    """

    shopper: str
    zone: str
    distance_m: float
    heard_at: float
    rssi: int | None = None
    interval_s: float | None = None
    trigger: str | None = None
