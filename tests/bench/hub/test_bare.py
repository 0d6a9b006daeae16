import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from kiosk.bench.hub.measure import hear_port
from kiosk.bench.hub.taps import SCREENS, Desk, rush
from kiosk.bench.side import Side
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE


@pytest.fixture
def file(shop: Path, tmp_path: Path) -> Path:
    """A hub's database with the sample shop."""
    return Path(shutil.copyfile(shop, tmp_path / "bare.sqlite3"))


def test_the_bare_program_keeps_every_tap_of_many_screens_at_once(file: Path) -> None:
    count = "SELECT count(*) FROM bookmarks"
    with closing(sqlite3.connect(file)) as connection:
        before = connection.execute(count).fetchone()[0]
    with Side("hub.bare", [f"sqlite:///{file}"]) as bare:
        desk = Desk(f"http://127.0.0.1:{hear_port(bare)}", "t", STORE, FIRST_SCREEN, ("o-lamp",), 5)
        rush(desk, 2, Random(1))  # noqa: S311 - no secret
    with closing(sqlite3.connect(file)) as connection:
        after = connection.execute(count).fetchone()[0]

    assert after - before == 2 * SCREENS
