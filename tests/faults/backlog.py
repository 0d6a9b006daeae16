"""An outbox that filled up for a month: the start must not wait for it, nor memory grow with it."""

import resource
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.doubles.misbehaving_proxy import MisbehavingProxy, Way
from tests.faults.ledger import judge, name_tap
from tests.faults.loyalty import Loyalty, open_loyalty
from tests.faults.report import Finding
from tests.faults.screen import FaultScreen

LIFE = 1
MOST_START_S = 1.0
LEAST_A_SECOND = 2000
"""Delivered; asked of the long form alone, for no test may fail on a time."""
LEAST_OVER_LATE_LINE = 80
"""As above: four times what one exchange after the other could."""
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
        pace = _drain(screen, loyalty, rows - drained)
        grown = _measure_memory_mb() - memory
        screen.close()
        books = loyalty.read_books()
    verdict = judge((name_tap(LIFE, number) for number in range(rows)), books.booked, books)
    notes = {"start_s": round(start_s, 2), **pace, "memory_mb_more": round(grown, 1)}
    flaws = [*_list_flaws(start_s, grown), *_list_lags(pace, least_a_second)]
    return Finding(f"a backlog of {rows}", 1, verdict, notes, tuple(flaws))


def drain_over_late_line(folder: Path, rows: int, least_a_second: int = 0) -> Finding:
    """Each answer comes late, as over a real network: one exchange after the other would take that long for each."""
    with open_loyalty() as loyalty, MisbehavingProxy(loyalty.port, lambda: Way.LATE) as proxy:
        _fill(folder, proxy.url, rows)
        screen = FaultScreen(folder, proxy.url, LIFE)
        pace = _drain(screen, loyalty, 0)
        screen.close()
        books = loyalty.read_books()
    taps = [name_tap(LIFE, number) for number in range(rows)]
    flaws = tuple(_list_lags(pace, least_a_second))
    return Finding(f"a backlog of {rows}, each answer 50 ms late", rows, judge(taps, taps, books), pace, flaws)


def _drain(screen: FaultScreen, loyalty: Loyalty, left: int) -> dict[str, float]:
    """Until no more than so many are left: how many a second, and what a row took of a core, here and at the server."""
    before = screen.outbox.count().waiting
    began, here, there = time.monotonic(), time.process_time(), loyalty.measure_cpu_s()
    while (waiting := screen.outbox.count().waiting) > left:
        screen.step()
    drained = before - waiting
    here, there = time.process_time() - here, loyalty.measure_cpu_s() - there
    return {
        "delivered_a_second": round(drained / (time.monotonic() - began)),
        "screen_us_a_row": round(here / drained * 1e6),
        "server_us_a_row": round(there / drained * 1e6),
    }


def _list_lags(pace: dict[str, float], least_a_second: int) -> Iterator[str]:
    if pace["delivered_a_second"] < least_a_second:
        yield f"less than {least_a_second} a second"


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
