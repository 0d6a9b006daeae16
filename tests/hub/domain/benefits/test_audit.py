import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.sample.shop import STORE
from tests.hub.domain.benefits.books import Books
from tests.hub.running import NOW


@contextmanager
def _break_in(folder: Path) -> Generator[sqlite3.Connection]:
    """The database without what guards the ledger."""
    with closing(sqlite3.connect(folder / "hub.sqlite3")) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")  # a name takes no parameter; it is our own
        yield connection
        connection.commit()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("forgery", "fault"),
    [
        ("UPDATE ledger_lines SET steps = 21 WHERE steps = 20", "does not sum to zero"),
        ("UPDATE ledger_accounts SET balance = 7 WHERE owner = 'm'", "is not what its lines say"),
        ("UPDATE ledger_postings SET unit = 'EUR'", "moves another unit"),
    ],
)
def test_books_that_somebody_forged_are_found_out(
    hub: Hub, books: Books, tmp_path: Path, forgery: str, fault: str
) -> None:
    with hub.database.write() as session:
        post(session, STORE, make_gift(Cause("k", "gift", "because"), "points", "m", 20), NOW)
    before = books.list_faults()
    with _break_in(tmp_path) as connection:
        connection.execute(forgery)

    assert before == []
    assert any(fault in found for found in books.list_faults())
