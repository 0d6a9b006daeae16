"""Screens that are killed at random amid taps, before a loyalty system that half works."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event as Flag
from time import monotonic

from msgspec import Struct

from tests.doubles.chance import seed_chance
from tests.faults.ledger import judge, read_diary
from tests.faults.loyalty import Loyalty, open_loyalty
from tests.faults.nursery import Nursery, wake
from tests.faults.report import Finding
from tests.faults.screen import FaultScreen

LONGEST_LIFE_S = 0.25
FAILING = 0.5
"""The share of exchanges in which the loyalty system fails."""


REST_EVERY = 100
"""Lives, after which all that waits is delivered: what piles up would make each start slower than the one before."""


class Siege(Struct, frozen=True):
    """So many lives of so many taps at most; after so many seconds no other begins."""

    kills: int
    taps: int
    seconds: float = float("inf")


def kill_at_random(folder: Path, seed: int, siege: Siege) -> Finding:
    """One life after the other, over one outbox."""
    chance = seed_chance(seed)
    lives, until = 0, monotonic() + siege.seconds
    with Nursery() as nursery, open_loyalty(seed, FAILING) as loyalty:
        while lives < siege.kills and monotonic() < until:
            process = nursery.bear(folder, loyalty.url, lives, siege.taps, "storm")
            wake(process)
            Flag().wait(chance.uniform(0, LONGEST_LIFE_S))
            nursery.kill()
            lives += 1
            if lives % REST_EVERY == 0:
                _deliver(folder, loyalty)
        return finish("killed at random", lives, folder, loyalty)


def _deliver(folder: Path, loyalty: Loyalty) -> None:
    heir = FaultScreen(folder, loyalty.url, 0)
    with loyalty.healed():
        heir.deliver_all(600)
    heir.close()


def finish(name: str, faults: int, folder: Path, loyalty: Loyalty, flaws: Sequence[str] = ()) -> Finding:
    """Let a last life deliver what is left, and judge."""
    _deliver(folder, loyalty)
    books = loyalty.read_books()
    verdict = judge(read_diary(folder, "tapped"), read_diary(folder, "saved"), books)
    return Finding(name, faults, verdict, {"posts": books.posts, "booked": verdict.booked}, tuple(flaws))
