"""A program that is newer than its outbox: whatever an earlier release left there is delivered."""

import sqlite3
from itertools import accumulate
from pathlib import Path

import msgspec

import kiosk.bookmarks
from tests.faults.ledger import judge, name_tap
from tests.faults.loyalty import open_loyalty
from tests.faults.report import Finding
from tests.faults.screen import FILE, FaultScreen

_STEPS = sorted((Path(kiosk.bookmarks.__file__).parent / "schema").glob("*.sql"))


def upgrade_full_outboxes(folder: Path, taps: int) -> Finding:
    """So many taps in an outbox of each schema that there ever was."""
    schemas = list(accumulate(step.read_text(encoding="utf-8") for step in _STEPS))
    with open_loyalty() as loyalty:
        for life, schema in enumerate(schemas):
            home = folder / f"schema-{life}"
            home.mkdir()
            screen = FaultScreen(home, loyalty.url, life)
            _fill(home / FILE, schema, screen, taps)
            screen.deliver_all()
            screen.close()
        books = loyalty.read_books()
    waiting = [name_tap(life, number) for life in range(len(schemas)) for number in range(taps)]
    return Finding("upgraded with a full outbox", len(schemas), judge(waiting, waiting, books))


def _fill(file: Path, schema: str, screen: FaultScreen, taps: int) -> None:
    rows = [(one.id, msgspec.json.encode(one)) for one in map(screen.make_tap, range(taps))]
    old = sqlite3.connect(file)
    with old:
        old.executescript(schema)
        old.executemany("INSERT INTO bookmark (id, body) VALUES (?, ?)", rows)
    old.close()
