"""A network that carries each exchange badly in one of all the ways that networks have."""

import time
from pathlib import Path

from tests.doubles.chance import seed_chance
from tests.doubles.misbehaving_proxy import MisbehavingProxy, Way
from tests.faults.loyalty import open_loyalty
from tests.faults.random_kills import finish
from tests.faults.report import Finding
from tests.faults.screen import FaultScreen

GOOD_SHARE = 0.3


def misbehave(folder: Path, seed: int, taps: int) -> Finding:
    """So many taps through it; at the end the network is well again."""
    chance = seed_chance(seed)
    bad = [way for way in Way if way is not Way.WELL]

    def draw() -> Way:
        return Way.WELL if chance.random() < GOOD_SHARE else chance.choice(bad)

    with open_loyalty(seed) as loyalty, MisbehavingProxy(loyalty.port, draw) as proxy:
        screen = FaultScreen(folder, proxy.url, 1, _Hurry().tell)
        for number in range(taps):
            screen.tap(number)
            screen.step()
        for _ in range(2 * taps):
            screen.step()
        screen.close()
        missing = [way.value for way in bad if not proxy.carried[way]] if taps >= len(bad) ** 2 else []
        spoiled = sum(proxy.carried.values()) - proxy.carried[Way.WELL]
        flaws = [f"never {way}" for way in missing]
        return finish("carried badly by the network", spoiled, folder, loyalty, flaws)


class _Hurry:
    """A clock on which no wait is long: what is put off is due at the next look."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def tell(self) -> float:
        self._ahead += 1.0
        return time.monotonic() + self._ahead
