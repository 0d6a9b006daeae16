"""A wall clock that jumps amid taps, as where nothing keeps the time while the power is off."""

from pathlib import Path
from threading import Event as Flag

from tests.doubles.chance import seed_chance
from tests.doubles.lent_clock import MAY_MOVE, LentClock
from tests.faults.loyalty import open_loyalty
from tests.faults.nursery import Nursery, wake
from tests.faults.random_kills import finish
from tests.faults.report import Finding

JUMPS = ("-10y", "+1d", "-1d", "-3600", "+10y", "-1")
PAUSE_S = 0.03


def jump_clocks(folder: Path, seed: int, jumps: int, taps: int) -> Finding:
    """Lives of so many taps, each with another time at its start, and where that can be lent with a jump amid them."""
    chance = seed_chance(seed)
    clock = LentClock(folder / "clock")
    with open_loyalty(seed) as loyalty, Nursery(*clock.lend_to(())) as nursery:
        for life in range(jumps):
            clock.set(chance.choice(JUMPS))
            process = nursery.bear(folder, loyalty.url, life, taps, "storm")
            wake(process)
            if MAY_MOVE:
                Flag().wait(chance.uniform(0, PAUSE_S))
                clock.set(chance.choice(JUMPS))
            nursery.await_end()
        return finish("clock set to another time", jumps * (1 + MAY_MOVE), folder, loyalty)
