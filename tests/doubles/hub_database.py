"""What the hub of a story keeps, read beside it: from the file itself, so that nobody's word is taken for it."""

import sqlite3
from contextlib import closing
from pathlib import Path


def ask(shop: Path, question: str) -> list[object]:
    """The first column of what the database answers; `shop` is the folder in which the story plays."""
    with closing(sqlite3.connect(shop / "hub" / "hub.db")) as connection:
        return [row[0] for row in connection.execute(question)]


def read_claim(shop: Path, bookmark: str) -> str:
    """The part of the phone page's address that the screen shows as a code and nobody can guess."""
    with closing(sqlite3.connect(shop / "hub" / "hub.db")) as connection:
        return str(connection.execute("SELECT token FROM claims WHERE bookmark_id = ?", (bookmark,)).fetchone()[0])
