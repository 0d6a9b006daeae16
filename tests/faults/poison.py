"""Rows that no program can read, among good ones: they become dead letters, and hold up nobody behind them."""

from pathlib import Path

from tests.doubles.chance import seed_chance
from tests.faults.ledger import judge, name_tap, read_diary
from tests.faults.loyalty import open_loyalty
from tests.faults.report import Finding
from tests.faults.screen import FaultScreen

POISONS = (b"\xff", b"{}", b'{"id": 7}', b"[" * 10_000, b"")


def mix_in_poison(folder: Path, seed: int, taps: int, poisoned: int) -> Finding:
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
        screen.deliver_all()
        dead = screen.outbox.count().dead
        screen.close()
        books = loyalty.read_books()
    spoilt = {name_tap(1, place - 1) for _, place in spoils}
    tapped, saved = read_diary(folder, "tapped"), read_diary(folder, "saved")
    flaws = () if dead == poisoned else (f"{dead} dead letters",)
    return Finding("rows that cannot be read", poisoned, judge(tapped, saved - spoilt, books), flaws=flaws)
