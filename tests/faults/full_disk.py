"""A disk that is full, and then has room again, over and over: the screen goes on without a start anew."""

from pathlib import Path
from threading import get_native_id

from tests.faults.ledger import judge, read_diary
from tests.faults.loyalty import open_loyalty
from tests.faults.report import Finding
from tests.faults.screen import FaultScreen
from tests.faults.strace import fill_disk

TAPS = 3
"""While it is full, and as many while it is not."""


def fill_and_free(folder: Path, cycles: int) -> Finding:
    """So many times; what was tapped while it was full must be refused, and nothing else."""
    with open_loyalty() as loyalty:
        screen = FaultScreen(folder, loyalty.url, 1)
        for cycle in range(cycles):
            first = 2 * TAPS * cycle
            with fill_disk(get_native_id(), folder / "calls"):
                _tap(screen, first)
                screen.step()
            _tap(screen, first + TAPS)
        screen.deliver_all()
        screen.close()
        books = loyalty.read_books()
    saved, refused = read_diary(folder, "saved"), read_diary(folder, "refused")
    counts: dict[str, float] = {"saved": len(saved), "refused": len(refused)}
    flaws = [f"{count:g} {word}" for word, count in counts.items() if count != cycles * TAPS]
    verdict = judge(read_diary(folder, "tapped"), saved, books)
    return Finding("disk full, and room again", cycles, verdict, counts, tuple(flaws))


def _tap(screen: FaultScreen, first: int) -> None:
    for number in range(first, first + TAPS):
        screen.tap(number)
