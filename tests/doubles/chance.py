"""Chance that falls the same way each time."""

from random import Random


def seed_chance(seed: int = 1) -> Random:
    return Random(seed)  # noqa: S311 # it must be foreseeable, and keeps no secret
