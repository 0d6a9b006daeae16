"""What a gateway hears of a made-up shopper's beacon: noise is normal in decibels, as a body and a shelf make it."""

from collections.abc import Iterator
from random import Random

from kiosk.proximity.path_loss import EXPONENT
from kiosk.proximity.sighting import Sighting
from kiosk.simulation.person import Person

NOISE_DB = 4.0
LOST_SHARE = 0.1
"""So many adverts are never heard, for others speak at the same time."""
_JITTER = 0.1


def hear_person(person: Person, zone: str, chance: Random) -> Iterator[Sighting]:
    """The adverts that are heard of one visit, in their order."""
    at_s = person.comes_at + chance.random() / person.hertz
    while at_s < person.leaves_at:
        if chance.random() >= LOST_SHARE:
            distance_m = person.distance_at(at_s) * 10 ** (chance.gauss(0, NOISE_DB) / (10 * EXPONENT))
            yield Sighting(person.key, zone, distance_m, at_s, fast_m=distance_m, interval_s=1 / person.hertz)
        at_s += (1 + chance.uniform(-_JITTER, _JITTER)) / person.hertz
