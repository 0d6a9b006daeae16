from datetime import UTC, datetime
from pathlib import Path

from kiosk.app.givens import Givens, gather_givens
from kiosk.app.rooms.prices import make_price_feed
from kiosk.core.events import Event
from kiosk.fleet.status import Clocks, Status
from tests.doubles.settings import make_settings


def gather(folder: Path, *given: str) -> Givens:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: datetime(2026, 11, 23, tzinfo=UTC)))
    return gather_givens(make_settings(folder, *given), status)


def test_only_a_screen_on_a_shelf_hears_of_prices(tmp_path: Path) -> None:
    events: list[Event] = []

    assert make_price_feed(gather(tmp_path), events.append) is None
    feed = make_price_feed(gather(tmp_path, "shelf.name=drinks"), events.append)
    assert feed is not None
    assert len(feed.workers) == 2
