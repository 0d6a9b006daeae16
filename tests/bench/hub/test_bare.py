import sqlite3
from pathlib import Path
from random import Random

from kiosk.bench.hub.measure import hear_port
from kiosk.bench.hub.taps import SCREENS, Desk, rush
from kiosk.bench.side import Side


def test_the_bare_program_keeps_every_tap_with_its_message_and_claim(tmp_path: Path) -> None:
    file = tmp_path / "bare.db"
    with Side("hub.bare", [f"sqlite:///{file}"]) as bare:
        desk = Desk(f"http://127.0.0.1:{hear_port(bare)}", "t", "s", "window-1", ("o-1",), 5)
        rush(desk, 2, Random(1))  # noqa: S311 - no secret
        with sqlite3.connect(file) as connection:
            counts = [
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own names
                for table in ("bookmarks", "messages", "claims")
            ]

    assert counts == [2 * SCREENS] * 3
