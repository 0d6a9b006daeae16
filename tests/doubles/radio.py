"""Adverts of a device that moves by script, heard through radio noise, which is normal in decibels."""

from collections.abc import Callable
from random import Random

from kiosk.proximity.path_loss import EXPONENT
from kiosk.proximity.sighting import Sighting

NOISE_DB = 4.0


def hear(
    distance_at: Callable[[float], float], until_s: float, hertz: float, chance: Random, noise_db: float = NOISE_DB
) -> list[Sighting]:
    """What a node says of a device from 0 s on; `distance_at` gives the true metres at each second."""
    count = int(until_s * hertz)
    times = [(number + chance.random() / 10) / hertz for number in range(count)]
    return [
        Sighting("s", "shoes", distance_at(at) * add_noise(chance, noise_db), at, fast_m=distance_at(at))
        for at in times
    ]


def add_noise(chance: Random, noise_db: float) -> float:
    """What so many decibels of noise make of one metre."""
    return float(10 ** (chance.gauss(0, noise_db) / (10 * EXPONENT)))


def walk(from_m: float, to_m: float, began_at: float, seconds: float) -> Callable[[float], float]:
    """An even walk: the true metres at each second."""

    def distance_at(at: float) -> float:
        part = min(1.0, max(0.0, (at - began_at) / seconds))
        return from_m + part * (to_m - from_m)

    return distance_at
