"""What the console shows of a screen comes from the screen itself, with the real hub between them."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event as Flag
from typing import Any

from kiosk.version import VERSION
from tests.stories.conftest import Fitter


def read_told(database: Path) -> dict[str, Any]:
    """What the hub's only screen told of itself last."""
    with closing(sqlite3.connect(database)) as connection:
        row = connection.execute("SELECT told FROM screen_states").fetchone()
    return json.loads(row[0]) if row else {}


def test_a_reader_that_is_missing_is_known_at_the_hub(fitter: Fitter, hub_settings: dict[str, object]) -> None:
    screen = fitter.make({**hub_settings, "nfc.device": "usb"})
    screen.open()
    database, look = fitter.folder / "hub" / "hub.db", Flag()

    assert any("nfc" in str(read_told(database)) or look.wait(0.1) for _ in range(300))
    told = read_told(database)
    assert (told["version"], [fault["part"] for fault in told["faults"]]) == (VERSION, ["nfc"])
