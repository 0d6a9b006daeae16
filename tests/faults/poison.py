"""Rows that no program can read, among good ones: they become dead letters, and hold up nobody behind them."""

import time
from math import inf
from pathlib import Path
from threading import Event as Flag

from tests.doubles.chance import seed_chance
from tests.faults.ledger import judge, name_tap, read_diary
from tests.faults.loyalty import open_loyalty
from tests.faults.report import Finding
from tests.faults.screen import LONGEST_WAIT_S, FaultScreen

POISONS = (b"\xff", b"{}", b'{"id": 7}', b"[" * 10_000, b"")


DEADLINE_S = 60.0
MOST_STILL_S = 1.0
"""The queue stands still behind a spoiled row; asked of the long form alone, for no test may fail on a time."""


def mix_in_poison(folder: Path, seed: int, taps: int, poisoned: int, most_still_s: float = inf) -> Finding:
    """So many of so many taps are spoiled on the disk before they are sent."""
    chance = seed_chance(seed)
    with open_loyalty(seed) as loyalty:
        screen = FaultScreen(folder, loyalty.url, 1)
        for number in range(taps):
            screen.tap(number)
        spoils = [(chance.choice(POISONS), place) for place in chance.sample(range(1, taps + 1), poisoned)]
        screen.database.run(
            lambda connection: connection.executemany("UPDATE bookmark SET body = ? WHERE sequence = ?", spoils)
        )
        still_s = _deliver(screen)
        dead = screen.outbox.count().dead
        screen.close()
        books = loyalty.read_books()
    spoilt = {name_tap(1, place - 1) for _, place in spoils}
    tapped, saved = read_diary(folder, "tapped"), read_diary(folder, "saved")
    flaws = [f"{dead} dead letters"] * (dead != poisoned) + ["the queue stood still"] * (still_s > most_still_s)
    notes = {"still_s": round(still_s, 3)}
    return Finding("rows that cannot be read", poisoned, judge(tapped, saved - spoilt, books), notes, tuple(flaws))


def _deliver(screen: FaultScreen) -> float:
    """Until nothing waits; the longest time between two rows that left the queue."""
    longest, moved = 0.0, time.monotonic()
    waiting = screen.outbox.count().waiting
    while waiting:
        pause = screen.step() or 0.0
        left, now = screen.outbox.count().waiting, time.monotonic()
        if left < waiting:
            waiting, longest, moved = left, max(longest, now - moved), now
        else:
            assert now - moved < DEADLINE_S, screen.outbox.count()
            Flag().wait(min(pause, LONGEST_WAIT_S))
    return longest
