"""An outbox that filled up for a month: the start must not wait for it, nor memory grow with it."""

import resource
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.faults.ledger import judge, name_tap
from tests.faults.loyalty import open_loyalty
from tests.faults.report import Finding
from tests.faults.screen import FaultScreen

LIFE = 1
MOST_START_S = 1.0
LEAST_A_SECOND = 2000
"""Delivered; asked of the long form alone, for no test may fail on a time."""
MOST_MEMORY_MB = 30.0
"""More than before while it is delivered, however much waits."""


def drain_backlog(folder: Path, rows: int, drained: int, least_a_second: int = 0) -> Finding:
    """A start with so many rows, written by SQL and not tapped, of which so many are delivered."""
    with open_loyalty() as loyalty:
        _fill(folder, loyalty.url, rows)
        began = time.monotonic()
        screen = FaultScreen(folder, loyalty.url, LIFE)
        screen.outbox.find_last_card()
        waiting = screen.outbox.count().waiting
        start_s = time.monotonic() - began
        assert waiting == rows, waiting
        screen.step()
        memory = _measure_memory_mb()
        began = time.monotonic()
        while screen.outbox.count().waiting > rows - drained:
            screen.step()
        rate = drained / (time.monotonic() - began)
        grown = _measure_memory_mb() - memory
        screen.close()
        books = loyalty.read_books()
    verdict = judge((name_tap(LIFE, number) for number in range(rows)), books.booked, books)
    notes = {"start_s": round(start_s, 2), "delivered_a_second": round(rate), "memory_mb_more": round(grown, 1)}
    flaws = [*_list_flaws(start_s, grown), *([f"less than {least_a_second} a second"] * (rate < least_a_second))]
    return Finding(f"a backlog of {rows}", 1, verdict, notes, tuple(flaws))


def _list_flaws(start_s: float, grown: float) -> Iterator[str]:
    if start_s > MOST_START_S:
        yield f"the start waited {start_s:.1f} s for it"
    if grown > MOST_MEMORY_MB:
        yield f"memory grew by {grown:.0f} MB"


def _fill(folder: Path, url: str, rows: int) -> None:
    """In one transaction, as no screen would: a million commits take an hour."""
    screen = FaultScreen(folder, url, LIFE)
    taps = (screen.make_tap(number) for number in range(rows))
    bodies = ((bookmark.id, msgspec.json.encode(bookmark)) for bookmark in taps)
    screen.database.run(
        lambda connection: connection.executemany("INSERT INTO bookmark (id, body) VALUES (?, ?)", bodies)
    )
    screen.close()


def _measure_memory_mb() -> float:
    """Resident memory now. Source: proc(5)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
