from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.app.givens import gather_givens
from kiosk.app.rooms.reader import make_reader
from kiosk.bookmarks.database import Database
from kiosk.bookmarks.outbox import Outbox
from kiosk.fleet.status import Clocks, Status
from tests.doubles.settings import make_settings


@pytest.mark.parametrize(("device", "there"), [("none", False), ("udp:localhost:9", True)])
def test_there_is_a_reader_where_the_settings_name_one(tmp_path: Path, device: str, *, there: bool) -> None:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: datetime(2026, 11, 22, 9, tzinfo=UTC)))
    givens = gather_givens(make_settings(tmp_path, f"nfc.device={device}"), status)
    outbox = Outbox(Database(tmp_path / "outbox.db"))
    assert bool(make_reader(givens, lambda _event: None, outbox, None)) is there
